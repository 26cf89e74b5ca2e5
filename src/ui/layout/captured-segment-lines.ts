import type { ConversationSummary } from '../../captures/analysis/conversation.ts';
import { findingSentence } from '../../captures/analysis/finding-words.ts';
import type { CapturedTrace } from '../../captures/trace/captured-trace.ts';
import type { Language } from '../../language.ts';
import { HOST_NAMES, type HostName, type TracedSegment } from '../../trace/trace.ts';
import { captureScreens as words } from '../text/captures.ts';
import { type Line, line, span, spread, wrap, wrapText } from './line.ts';

export interface SegmentLinesStyle {
  readonly width: number;
  readonly language: Language;
  /** Stands between the sender and the receiver. */
  readonly arrow: string;
  readonly dot: string;
}

/** All that is known of one segment of a captured conversation: place, header, what was found, times, states. */
export function capturedSegmentLines(
  { trace, analyses, frames, leftOut, vantage }: CapturedTrace,
  { begins, sides }: Pick<ConversationSummary, 'begins' | 'sides'>,
  n: number,
  { width, language, arrow, dot }: SegmentLinesStyle,
): Line[] {
  const segment = trace.segments[n - 1];
  const analysis = analyses[n - 1];
  if (segment === undefined || analysis === undefined) return [];
  const { from } = segment;
  const all = sides.client.segments + sides.server.segments;
  const place = words.segmentOf(leftOut.before + n, Math.max(all, leftOut.before + n))[language];
  const where = `${words.frame(frames[n - 1] ?? 0)[language]} ${dot} ${(segment.sentMs / 1000).toFixed(6)} s`;
  const { findings, rtt, inFlight, states } = analysis;
  const told = findings.map((finding) => findingSentence(finding));
  return [
    spread(line(place, 'strong'), line(where, 'muted'), width),
    ...wrapText(headerText(segment, analysis.windowBytes, arrow, language), width),
    ...(told.length === 0 && rtt === null ? wrapText(words.nothingFound[language], width, 'muted') : []),
    ...told.flatMap(({ text, rfc }) =>
      wrap([span('! ', 'warn'), span(text[language]), ...(rfc === null ? [] : [span(` ${rfc}`, 'muted')])], width, 2),
    ),
    ...(rtt === null ? [] : wrapText(words.rtt(rtt.of, rtt.ms.toFixed(3))[language], width)),
    ...(inFlight === null ? [] : wrapText(words.inFlight(from, inFlight)[language], width)),
    ...HOST_NAMES.flatMap((host) => {
      const state = states[host];
      const why = words.whyUnknown[whyUnknown(host, vantage, begins)][language];
      return wrap(
        [
          span(`${words.hosts[host][language]}: `, 'muted'),
          ...(state === null
            ? [span(words.unknownState[language]), span(` (${why})`, 'muted')]
            : [span(state, 'code')]),
        ],
        width,
      );
    }),
  ];
}

/** Sender and receiver, flags, numbers, window and options in full. */
function headerText(
  { from, flags, seq, ack, len, window, urgent, options }: TracedSegment,
  windowBytes: number | null,
  arrow: string,
  language: Language,
): string {
  const to: HostName = from === 'client' ? 'server' : 'client';
  const { mss, windowScale, sackPermitted, sack, timestamps } = options;
  const offered =
    windowBytes === null
      ? words.windowUnscaled(window)[language]
      : windowBytes === window
        ? `window ${window}`
        : words.windowBytes(window, windowBytes)[language];
  return [
    `${words.hosts[from][language]} ${arrow} ${words.hosts[to][language]}:`,
    flags.join(','),
    `seq ${seq}`,
    ...(flags.includes('ACK') ? [`ack ${ack}`] : []),
    `len ${len}`,
    offered,
    ...(flags.includes('URG') ? [`urg ${urgent}`] : []),
    ...(mss === undefined ? [] : [`MSS ${mss}`]),
    ...(windowScale === undefined ? [] : [`scale ${windowScale}`]),
    ...(sackPermitted ? ['SACK permitted'] : []),
    ...(timestamps === undefined ? [] : [`TS ${timestamps[0]} ${timestamps[1]}`]),
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
