import { HOST_NAMES } from '../../trace/trace.ts';
import type { ConversationSummary } from '../analysis/conversation.ts';
import type { Finding, FindingKind } from '../analysis/segment-analysis.ts';

/**
 * How much each kind of finding says that something went wrong, in a list of conversations sorted by trouble. 0: it says
 * how TCP works, or how the capture was taken.
 */
const WEIGHTS: Readonly<Record<FindingKind, number>> = {
  retransmission: 8,
  'gap-before': 6,
  'acks-unseen': 3,
  'bad-checksum': 6,
  'zero-window': 6,
  'zero-window-probe': 5,
  'window-full': 3,
  'out-of-order': 4,
  'reused-ports': 2,
  'network-copy': 3,
  dsack: 2,
  'duplicate-ack': 2,
  'keep-alive': 1,
  'zero-window-probe-ack': 0,
  'keep-alive-ack': 0,
  'window-update': 0,
  'above-mss': 0,
  'offloaded-checksum': 0,
  fragmented: 0,
  cut: 0,
};

/** What a conversation without an answer, or one cut off by a RST, weighs. */
const UNANSWERED = 20;
const RESET = 12;

/** Findings of one kind in a conversation. */
export interface Trouble {
  readonly kind: FindingKind;
  readonly count: number;
}

/** What went wrong in a conversation, the worst first. */
export function troublesOf({ sides }: Pick<ConversationSummary, 'sides'>): readonly Trouble[] {
  const counts = new Map<FindingKind, number>();
  for (const host of HOST_NAMES) {
    for (const [kind, count] of Object.entries(sides[host].findings) as [FindingKind, number][]) {
      if (WEIGHTS[kind] > 0) counts.set(kind, (counts.get(kind) ?? 0) + count);
    }
  }
  const troubles = [...counts].map(([kind, count]) => ({ kind, count }));
  return troubles.sort((a, b) => WEIGHTS[b.kind] - WEIGHTS[a.kind] || b.count - a.count);
}

/** How bad a conversation went, to sort by: 0 where nothing did. */
export function troubleScore(summary: Pick<ConversationSummary, 'sides' | 'begins' | 'ends'>): number {
  let found = 0;
  for (const host of HOST_NAMES) {
    const counts: Partial<Record<string, number>> = summary.sides[host].findings;
    // Of a hundred thousand conversations: without lists in between.
    for (const kind in counts) found += WEIGHTS[kind as FindingKind] * (counts[kind] ?? 0);
  }
  const ended = summary.begins === 'unanswered' ? UNANSWERED : summary.ends === 'reset' ? RESET : 0;
  return found + ended;
}

/** Findings that nearly every segment of a capture can have, taken at a host with offload: told of one segment, not beside all. */
const EVERYWHERE: ReadonlySet<FindingKind> = new Set(['offloaded-checksum', 'above-mss', 'cut']);

/** The findings to set beside a segment in a ladder. */
export function remarkedFindings(findings: readonly Finding[]): readonly Finding[] {
  // The ACK of a probe says by its name that the window is still shut.
  const answersProbe = findings.some(({ kind }) => kind === 'zero-window-probe-ack');
  return findings.filter(({ kind }) => !EVERYWHERE.has(kind) && !(answersProbe && kind === 'zero-window'));
}

/** Whether a segment has something that one looking for what went wrong wants to see. */
export function isRemarkable(findings: readonly Finding[]): boolean {
  return findings.some(({ kind }) => WEIGHTS[kind] > 0);
}
