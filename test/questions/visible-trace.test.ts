import { describe, expect, it } from 'vitest';
import {
  arrivalOf,
  arrivalsAt,
  dataFrom,
  isPureAck,
  reactionTo,
  segmentAt,
  sendIndex,
} from '../../src/questions/moments.ts';
import { questionView, untilSeen } from '../../src/questions/view.ts';
import { visibleEvents, visibleSegments } from '../../src/questions/visible-trace.ts';
import type { Trace, TraceEvent } from '../../src/trace/trace.ts';
import { FIGURE_6, handMadeQuestion, handMadeTrace, snapshot } from './hand-made.ts';

const trace = handMadeTrace(FIGURE_6);

describe('visibleSegments', () => {
  it('stops at the moment and blanks the hidden parts', () => {
    const until = sendIndex(trace, 5) + 1;
    const question = handMadeQuestion({
      trace,
      view: {
        until,
        hidden: [
          { segment: 5, part: 'ack' },
          { segment: 4, part: 'len' },
        ],
        hiddenStates: [],
        marks: true,
        focus: [5],
      },
    });
    const segments = visibleSegments(question);
    expect(segments.map(({ n, ack, len, fate }) => ({ n, ack, len, fate })).slice(2)).toEqual([
      { n: 3, ack: 301, len: 0, fate: 'delivered' },
      { n: 4, ack: 301, len: null, fate: 'delivered' },
      { n: 5, ack: null, len: 0, fate: 'in-flight' },
    ]);
    expect(segments[4]?.arrivedMs).toBeNull();
    const early = visibleSegments({ ...question, view: { ...question.view, until: sendIndex(trace, 2) } });
    expect(early.map(({ n }) => n)).toEqual([1]);
  });

  it('drops state changes of hosts whose state is hidden', () => {
    const change: TraceEvent = {
      kind: 'state',
      ms: 1,
      host: 'server',
      from: 'LISTEN',
      to: 'SYN-RECEIVED',
      after: null,
    };
    const changed: Trace = { ...trace, events: [change, ...trace.events] };
    const view = {
      until: changed.events.length,
      hidden: [],
      hiddenStates: ['server' as const],
      marks: true,
      focus: [],
    };
    expect(visibleEvents(handMadeQuestion({ trace: changed, view }))).not.toContain(change);
    expect(visibleEvents(handMadeQuestion({ trace: changed, view: { ...view, hiddenStates: [] } }))).toContain(change);
  });
});

describe('visibleEvents', () => {
  it('drops calls and timers when they would give the answer away', () => {
    const call: TraceEvent = {
      kind: 'call',
      ms: 0,
      host: 'client',
      call: { name: 'send', bytes: 10 },
      error: null,
      after: null,
    };
    const called: Trace = { ...trace, events: [call, ...trace.events] };
    const view = { until: called.events.length, hidden: [], hiddenStates: [], marks: true, focus: [] };
    expect(visibleEvents(handMadeQuestion({ trace: called, view }))).toContain(call);
    expect(visibleEvents(handMadeQuestion({ trace: called, view: { ...view, marks: false } }))).not.toContain(call);
  });
});

describe('questionView', () => {
  it('hides what is asked and every repetition of its value that is in sight', () => {
    const view = questionView(trace, {
      until: untilSeen(trace, 4),
      asked: [{ segment: 4, part: 'seq' }],
      secret: [101],
      focus: [4],
    });
    expect(view.hidden).toEqual([
      { segment: 4, part: 'seq' },
      { segment: 2, part: 'ack' },
      { segment: 3, part: 'seq' },
    ]);
  });

  it('shows the arrow whole when nothing happens on the way', () => {
    expect(untilSeen(trace, 4)).toBe(8);
    expect(untilSeen(handMadeTrace([...FIGURE_6.slice(0, 3), { ...FIGURE_6[3]!, lost: true }]), 4)).toBe(7);
  });
});

describe('moments', () => {
  it('finds segments, arrivals and reactions', () => {
    expect(dataFrom(trace, 'client').map(({ n }) => n)).toEqual([4]);
    expect(dataFrom(trace, 'server')).toEqual([]);
    expect(isPureAck(segmentAt(trace, 3))).toBe(true);
    expect(isPureAck(segmentAt(trace, 4))).toBe(false);
    expect(() => segmentAt(trace, 6)).toThrow(RangeError);
    expect(arrivalsAt(trace, 'server').map(({ segment }) => segment.n)).toEqual([1, 3, 4]);
    expect(arrivalOf(trace, 4)).toMatchObject({ index: 7, notes: ['in-order'] });
    expect(arrivalOf(handMadeTrace([{ ...FIGURE_6[0]!, lost: true }]), 1)).toBeNull();
  });

  it('takes only what is sent at once, by the host the segment reached, for its reaction', () => {
    const arrive: TraceEvent = { kind: 'arrive', ms: 5, host: 'server', segment: 1, notes: [], after: snapshot };
    const other: TraceEvent = { kind: 'send', ms: 5, host: 'client', segment: 3, after: null };
    const answer: TraceEvent = { kind: 'send', ms: 5, host: 'server', segment: 2, after: null };
    const withEvents = (events: readonly TraceEvent[]): Trace => ({ ...trace, events });
    expect(reactionTo(withEvents([arrive, other, answer]), 0)?.n).toBe(2);
    expect(reactionTo(withEvents([arrive, { ...answer, ms: 6 }]), 0)).toBeNull();
    expect(reactionTo(withEvents([arrive, arrive, answer]), 0)).toBeNull();
    expect(reactionTo(withEvents([answer, arrive]), 0)).toBeNull();
  });
});
