import type { ConversationSummary } from '../../captures/analysis/conversation.ts';
import { findingSentence } from '../../captures/analysis/finding-words.ts';
import type { Finding } from '../../captures/analysis/segment-analysis.ts';
import { isRemarkable } from '../../captures/survey/trouble.ts';
import type { CapturedTrace } from '../../captures/trace/captured-trace.ts';
import type { Language, Text } from '../../language.ts';
import { type HostName, peerOf, type TracedSegment } from '../../trace/trace.ts';
import { captureScreens as words } from '../text/capture-screens.ts';
import { type Line, line, span, spread, wrap, wrapText } from './line.ts';

export interface SegmentLinesStyle {
  readonly width: number;
  readonly language: Language;
  /** Stands between the sender and the receiver. */
  readonly arrow: string;
  readonly dot: string;
  /** How much too old timestamps are, by index n - 1, as the ladder shows them (see `oldTimestamps`). */
  readonly oldTimestamps: readonly (number | null)[];
}

/** All that is known of one segment of a captured conversation: place, header, what was found, times, states. */
export function capturedSegmentLines(
  { trace, analyses, frames, vantage }: CapturedTrace,
  { begins }: Pick<ConversationSummary, 'begins'>,
  n: number,
  { width, language, arrow, dot, oldTimestamps }: SegmentLinesStyle,
): Line[] {
  const segment = trace.segments[n - 1];
  const analysis = analyses[n - 1];
  if (segment === undefined || analysis === undefined) return [];
  const { from } = segment;
  const say = (text: Text): string => text[language];
  const who = `${say(words.hosts[from])} ${arrow} ${say(words.hosts[peerOf(from)])}: ${segment.flags.join(',')}`;
  const where = `${say(words.frame(frames[n - 1] ?? 0))} ${dot} ${(segment.sentMs / 1000).toFixed(6)}${language === 'ko' ? '초' : ' s'}`;
  const { findings, rtt, inFlight, states } = analysis;
  const state = (host: HostName): Line => {
    const known = states[host];
    const why = say(words.whyUnknown[whyUnknown(host, vantage, begins)]);
    return [
      span(`${say(words.hosts[host])} `, 'muted'),
      ...(known === null ? [span(say(words.unknownState)), span(` (${why})`, 'muted')] : [span(known, 'code')]),
    ];
  };
  const late = oldTimestamps[n - 1] ?? null;
  return [
    spread(line(who, 'strong'), line(where, 'muted'), width),
    ...(findings.length === 0 ? wrapText(say(words.nothingFound), width, 'muted') : []),
    ...findings.flatMap((finding) =>
      wrap(
        [
          isRemarkable([finding]) ? span('! ', 'warn') : span(`${dot} `, 'muted'),
          span(say(findingSentence(inShownNumbers(finding, segment)))),
        ],
        width,
        2,
      ),
    ),
    ...wrap(
      [span(`${say(words.states)} `, 'muted'), ...state('client'), span(` ${dot} `, 'muted'), ...state('server')],
      width,
    ),
    ...(late === null ? [] : wrapText(say(words.oldTimestamp(late)), width)),
    ...(rtt === null ? [] : wrapText(say(words.rtt(rtt.of, rtt.ms.toFixed(3))), width)),
    ...(inFlight === null || inFlight === 0 ? [] : wrapText(say(words.inFlight(from, inFlight)), width)),
    ...wrapText(headerText(segment, analysis.windowBytes, language), width),
  ];
}

/** A finding in the numbers that the trace has: its first SACK block is the range that was received twice. */
function inShownNumbers(finding: Finding, { options }: TracedSegment): Finding {
  const range = options.sack?.[0];
  return finding.kind === 'dsack' && range !== undefined ? { ...finding, range } : finding;
}

/** Numbers, window and options in full. */
function headerText(
  { flags, seq, ack, len, window, urgent, options }: TracedSegment,
  windowBytes: number | null,
  language: Language,
): string {
  const { mss, windowScale, sackPermitted, sack, timestamps } = options;
  const offered =
    windowBytes === null
      ? words.windowUnscaled(window)[language]
      : windowBytes === window
        ? `window ${window}`
        : words.windowBytes(window, windowBytes)[language];
  return [
    `seq ${seq}`,
    ...(flags.includes('ACK') ? [`ack ${ack}`] : []),
    `len ${len}`,
    offered,
    ...(flags.includes('URG') ? [`urg ${urgent}`] : []),
    ...(mss === undefined ? [] : [`MSS ${mss}`]),
    ...(windowScale === undefined ? [] : [`scale ${windowScale}`]),
    ...(sackPermitted ? ['SACK permitted'] : []),
    ...(timestamps === undefined ? [] : [`TSval ${timestamps[0]}`, `TSecr ${timestamps[1]}`]),
    ...(sack ?? []).map(([left, right]) => `SACK ${left}-${right}`),
  ].join(' ');
}

function whyUnknown(
  host: HostName,
  vantage: CapturedTrace['vantage'],
  begins: ConversationSummary['begins'],
): keyof typeof words.whyUnknown {
  if (begins === 'middle' || begins === 'part-of-handshake') return 'middle';
  if (vantage === 'unknown') return 'nowhere';
  return vantage === host ? 'yet' : 'far';
}
