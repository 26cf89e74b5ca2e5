import type { AnalysedSegment } from '../analysis/analysed-segment.ts';
import type { ConversationSummary } from '../analysis/conversation.ts';
import { ConversationTable } from '../analysis/conversation-table.ts';

/**
 * The segments of a conversation, from its first on, with the states that follow once it is known where the capture was taken.
 * While a file is read that shows only with the handshake's last segment, too late for what its second one did to the end
 * that it came to.
 */
export function withKnownVantage(
  segments: readonly AnalysedSegment[],
  { vantage }: Pick<ConversationSummary, 'vantage'>,
): readonly AnalysedSegment[] {
  if (vantage === 'unknown') return segments;
  const table = new ConversationTable({ vantage });
  const again: AnalysedSegment[] = [];
  for (const { segment, from, analysis } of segments) {
    const { conversation, from: end, analysis: renewed } = table.add(segment);
    // Alone it reads otherwise than beside what had its ports before.
    if (conversation !== 1 || end !== from) return segments;
    again.push({ segment, from, analysis: { ...analysis, states: renewed.states } });
  }
  return again;
}
