import { HOST_NAMES, type HostName } from '../../trace/trace.ts';
import { socketsOf } from '../packet/flow.ts';
import type { AnswerTimes, Beginning, ConversationSummary, Ending, SideSummary } from './conversation.ts';
import type { ConversationTrack } from './conversation-track.ts';
import { NO_COUNTS } from './side.ts';

/** What a conversation comes to so far; the same object as long as nothing changes. */
export function summaryOf(track: ConversationTrack): ConversationSummary {
  track.summary ??= madeOf(track);
  return track.summary;
}

function madeOf(track: ConversationTrack): ConversationSummary {
  const { source, destination } = socketsOf(track.clientFlow);
  const ends = endingOf(track);
  return {
    number: track.number,
    hosts: { client: source, server: destination },
    clientIsGuess: track.clientIsGuess,
    sides: { client: sideOf(track, 'client'), server: sideOf(track, 'server') },
    begins: beginningOf(track),
    ends,
    endedBy: ends === 'reset' ? track.reset : track.firstFin,
    vantage: track.vantage,
    firstMs: track.firstMs,
    lastMs: track.lastMs,
    firstFrame: track.firstFrame,
    lastFrame: track.lastFrame,
    rtt: { client: answerTimesOf(track, 'client'), server: answerTimesOf(track, 'server') },
  };
}

function sideOf(track: ConversationTrack, host: HostName): SideSummary {
  const { segments, bytes, findings, mss, windowScale } = track.sides[host];
  return {
    segments,
    bytes,
    findings: findings === NO_COUNTS ? findings : { ...findings },
    state: track.stateOf(host),
    mss,
    windowScale,
  };
}

function beginningOf({ sides: { client, server }, handshakeAcked }: ConversationTrack): Beginning {
  if (client.iss === null && server.iss === null) return 'middle';
  if (client.iss !== null && server.iss !== null) {
    // Both connected: a SYN each way, each acknowledged by the SYN,ACK of the other or what follows it.
    const together = client.synAckSent && server.ackKnown;
    return handshakeAcked || together ? 'handshake' : 'part-of-handshake';
  }
  const [opener, other] = client.iss !== null ? [client, server] : [server, client];
  if (opener.synAckSent) return 'part-of-handshake';
  return other.known || opener.ackKnown ? 'part-of-handshake' : 'unanswered';
}

function endingOf(track: ConversationTrack): Ending {
  if (HOST_NAMES.every((host) => track.finAcknowledged(host))) return 'closed';
  if (track.reset !== null) return 'reset';
  return track.firstFin === null ? 'open' : 'half-closed';
}

/** How long each end took to answer, as seen where it was captured: null for the end there, whose answers went no way at all. */
function answerTimesOf({ sides, vantage }: ConversationTrack, host: HostName): AnswerTimes | null {
  const { ackTimes: count, leastAckMs: leastMs, ackTimeSum } = sides[host];
  return host === vantage || count === 0 ? null : { leastMs, meanMs: ackTimeSum / count, count };
}
