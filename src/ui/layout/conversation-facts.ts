import type { ConversationSummary } from '../../captures/analysis/conversation.ts';
import { VANTAGE_WORDS } from '../../captures/analysis/conversation-words.ts';
import { isHeldTwice } from '../../captures/analysis/held-twice.ts';
import { troublesOf } from '../../captures/survey/trouble.ts';
import { joined, type Text } from '../../language.ts';
import { socketText } from '../../trace/ip-address.ts';
import { HOST_NAMES } from '../../trace/trace.ts';
import { courseText, findings, lengthText, captures as words } from '../text/captures.ts';

/** What is told of one conversation: who, how much and how it went, and what went wrong (null: nothing). */
export interface ConversationFacts {
  readonly ends: string;
  readonly facts: readonly Text[];
  readonly troubles: Text | null;
}

/** `arrow` stands between the client and the server. */
export function conversationFacts(summary: ConversationSummary, arrow: string): ConversationFacts {
  const { hosts, sides, begins, ends, endedBy, firstMs, lastMs, rtt, clientIsGuess, vantage } = summary;
  const { client, server } = sides;
  const counts = words.counts(client.segments + server.segments, lengthText(lastMs - firstMs));
  const sent = words.sides(client.bytes, server.bytes);
  const timed = HOST_NAMES.flatMap((host): Text[] => {
    const times = rtt[host];
    if (times === null) return [];
    const [least, mean] = [times.leastMs.toFixed(3), times.meanMs.toFixed(3)];
    // From one end to the other and back; from anywhere between it is only a part of that.
    return [vantage === 'unknown' ? words.answersOf(host, least, mean) : words.rtt(least, mean)];
  });
  const troubles = troublesOf(summary).map(({ kind, count }) => findings[kind](count));
  return {
    ends: `${socketText(hosts.client)} ${arrow} ${socketText(hosts.server)}`,
    facts: [
      listed([counts, sent]),
      courseText(begins, ends, endedBy),
      listed([...timed, VANTAGE_WORDS[vantage]]),
      ...(clientIsGuess ? [words.guess] : []),
      ...(isHeldTwice(sides) ? [words.twice] : []),
    ],
    troubles: troubles.length === 0 ? null : listed(troubles),
  };
}

/** One after the other with commas between. */
export function listed(texts: readonly Text[]): Text {
  return joined(texts, ', ');
}
