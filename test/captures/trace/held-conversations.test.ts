import { describe, expect, it } from 'vitest';
import { MOST_SEGMENTS } from '../../../src/captures/trace/conversation-trace.ts';
import { HeldConversations } from '../../../src/captures/trace/held-conversations.ts';
import { simulate } from '../../../src/simulator/simulate.ts';
import { taught } from '../../simulator/taught.ts';
import { analysedAt, summaryOf } from './analysed.ts';

const trace = simulate(taught('handshake'), 'seed');
const analysed = analysedAt(trace, 'client');
const summary = summaryOf(trace, 'client', analysed);
const placed = (conversation: number) => ({ ...analysed[0]!, conversation });
const summaries = [1, 2, 3].map((number) => ({ ...summary, number }));
const lengths = (held: HeldConversations) => held.of(summaries).map((one) => [one.summary.number, one.segments.length]);

describe('the conversations held of a capture', () => {
  it('are all of them, in the order of their numbers', () => {
    const held = new HeldConversations();
    for (const number of [1, 2, 1, 3, 1]) held.add(placed(number));
    expect(lengths(held)).toEqual([
      [1, 3],
      [2, 1],
      [3, 1],
    ]);
  });

  it('are only the one that is wanted', () => {
    const held = new HeldConversations({ only: 2 });
    for (const number of [1, 2, 1, 3, 2]) held.add(placed(number));
    expect(lengths(held)).toEqual([[2, 2]]);
  });

  it('have at most so many segments each', () => {
    const held = new HeldConversations();
    for (let i = 0; i < MOST_SEGMENTS + 5; i++) held.add(placed(1));
    expect(lengths(held)).toEqual([[1, MOST_SEGMENTS]]);
  });

  it('are given up whole, the last ones first, for want of room', () => {
    const held = new HeldConversations({ most: 6 });
    for (const number of [1, 2, 3, 2, 1, 1]) held.add(placed(number));
    expect(lengths(held)).toHaveLength(3);
    held.add(placed(1));
    expect(lengths(held)).toEqual([
      [1, 4],
      [2, 2],
    ]);
    // What has been given up does not come back with half of its segments.
    held.add(placed(3));
    held.add(placed(2));
    expect(lengths(held)).toEqual([[1, 4]]);
    for (let i = 0; i < 20; i++) held.add(placed(1));
    expect(lengths(held)).toEqual([[1, 24]]);
  });
});
