import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { capturedTrace, MOST_SEGMENTS } from '../../../src/captures/trace/conversation-trace.ts';
import { cutTrace } from '../../../src/captures/trace/cut.ts';
import { simulate } from '../../../src/simulator/simulate.ts';
import { HOST_NAMES } from '../../../src/trace/trace.ts';
import { folder, taught } from '../../simulator/taught.ts';
import { analysedAt, seenAt, summaryOf } from './analysed.ts';

const names = readdirSync(folder).map((file) => file.replace(/\.yaml$/, ''));
const options = { file: '/some/where/a.pcap', numbers: 'absolute', epochMs: 1000 } as const;

/** The fields of a segment that a capture holds. */
const FIELDS = ['from', 'flags', 'seq', 'ack', 'len', 'window', 'urgent', 'ecn', 'options'] as const;
const fields = (segment: object) => FIELDS.map((field) => (segment as Record<string, unknown>)[field]);

describe.each(names)('%s', (name) => {
  const trace = simulate(taught(name), 'seed');

  it.each(HOST_NAMES)('has the segments of a capture at the %s, in its order', (at) => {
    const analysed = analysedAt(trace, at);
    const captured = capturedTrace(analysed, summaryOf(trace, at, analysed), options);
    expect(captured.trace.segments.map(fields)).toEqual(seenAt(trace, at).map(({ segment }) => fields(segment)));
    expect(captured.trace.segments.map(({ n }) => n)).toEqual(analysed.map((_, index) => index + 1));
    const times = captured.trace.events.map(({ ms }) => ms);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it.each(HOST_NAMES)('says of no segment captured at the %s what did not become of it', (at) => {
    const analysed = analysedAt(trace, at);
    const captured = capturedTrace(analysed, summaryOf(trace, at, analysed), options);
    seenAt(trace, at).forEach(({ segment }, index) => {
      const { fate } = captured.trace.segments[index]!;
      if (fate !== 'unknown') expect([index + 1, fate]).toEqual([index + 1, segment.fate]);
    });
  });
});

describe('a captured trace', () => {
  const trace = simulate(taught('fast-retransmit'), 'seed');
  const analysed = analysedAt(trace, 'client');
  const captured = capturedTrace(analysed, summaryOf(trace, 'client', analysed), options);

  it('is named by the file without its folder, and by what it holds', () => {
    expect(captured.trace.scenario).toBe('a.pcap');
    expect(captured.trace.profile).toBe('capture');
    expect(captured.digest).toMatch(/^[0-9a-f]{8}$/);
    const later = analysed.map((one) => ({ ...one, segment: { ...one.segment, ms: one.segment.ms + 5, frame: 9 } }));
    expect(capturedTrace(later, summaryOf(trace, 'client', later), options).digest).toBe(captured.digest);
    for (const change of [{ seq: 1 }, { window: 7 }, { options: { mss: 1 } }, { len: 3 }]) {
      const changed = analysed.map((one, index) =>
        index === 2 ? { ...one, segment: { ...one.segment, ...change } } : one,
      );
      expect(capturedTrace(changed, summaryOf(trace, 'client', changed), options).digest).not.toBe(captured.digest);
    }
  });

  it('takes no control character from the name of a file', () => {
    const named = capturedTrace(analysed, summaryOf(trace, 'client', analysed), {
      ...options,
      file: 'x/\u001b]0;a\u0007\u202eb.pcap',
    });
    expect(named.trace.scenario).toBe(']0;ab.pcap');
  });

  it('counts from the ISNs as 0 where relative numbers are asked for, SACK edges too', () => {
    const sack = simulate(taught('sack-recovery'), 'seed');
    const segments = analysedAt(sack, 'client');
    const summary = summaryOf(sack, 'client', segments);
    const relative = capturedTrace(segments, summary, { ...options, numbers: 'relative' }).trace.segments;
    const [client, server] = HOST_NAMES.map(
      (host) => sack.segments.find(({ from, flags }) => from === host && flags.includes('SYN'))!.seq,
    );
    const isn = { client: client!, server: server! };
    relative.forEach((segment, index) => {
      const seen = segments[index]!.segment;
      const peer = segment.from === 'client' ? 'server' : 'client';
      expect(segment.seq).toBe((seen.seq - isn[segment.from]) >>> 0);
      if (segment.flags.includes('ACK')) expect(segment.ack).toBe((seen.ack - isn[peer]) >>> 0);
      expect(segment.options.sack).toEqual(
        seen.options.sack?.map((edges) => edges.map((edge) => (edge - isn[peer]) >>> 0)),
      );
    });
    expect(relative.some(({ options: { sack = [] } }) => sack.length > 0)).toBe(true);
  });

  it('counts the first number it sees as 1 where the SYN is missing', () => {
    const tail = analysed.slice(5).map((one) => ({ ...one, analysis: { ...one.analysis, iss: null, irs: null } }));
    const { segments } = capturedTrace(tail, summaryOf(trace, 'client', tail), {
      ...options,
      numbers: 'relative',
    }).trace;
    expect([segments[0]!.seq, segments[0]!.ack]).toEqual([1, 1]);
    const [a, b] = [tail[0]!.segment, tail.find(({ from }) => from !== tail[0]!.from)!];
    const other = segments.find(({ from }) => from !== segments[0]!.from)!;
    expect(other.seq).toBe((1 + b.segment.seq - a.ack) >>> 0);
  });

  it('takes time back to the latest so far where a capture goes back', () => {
    const shaken = analysed.map((one, index) => ({
      ...one,
      segment: { ...one.segment, ms: one.segment.ms + (index % 3 === 1 ? -40 : 0) },
    }));
    const times = capturedTrace(shaken, summaryOf(trace, 'client', shaken), options).trace.events.map(({ ms }) => ms);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[0]).toBe(0);
  });

  it('has the same times in a part as in the whole', () => {
    const summary = summaryOf(trace, 'client', analysed);
    const whole = capturedTrace(analysed, summary, options);
    const part = capturedTrace(analysed.slice(5), summary, { ...options, before: 5 });
    expect(part.trace.segments.map(({ sentMs }) => sentMs)).toEqual(
      whole.trace.segments.slice(5).map(({ sentMs }) => sentMs),
    );
    expect(part.epochMs).toBe(whole.epochMs);
  });

  it('leaves out what is beyond its limit, and says so', () => {
    const many = Array.from({ length: MOST_SEGMENTS + 7 }, (_, index) => analysed[index % analysed.length]!);
    const limited = capturedTrace(many, summaryOf(trace, 'client', many), options);
    expect(limited.trace.segments).toHaveLength(MOST_SEGMENTS);
    expect(limited.leftOut).toEqual({ before: 0, after: 7 });
    expect(limited.trace.ended).toBe('limit');
  });

  it('finds the lost segment of a fast retransmission', () => {
    const withDuplicates = analysedAt(trace, 'client');
    const lost = trace.segments.filter(({ fate, from }) => fate === 'lost' && from === 'client');
    let [nth, latest, of] = [0, -1, 0];
    const told = withDuplicates.map((one) => {
      if (one.from !== 'server') return one;
      const repeats = one.segment.ack === latest && one.segment.len === 0;
      nth = repeats ? nth + 1 : 0;
      if (!repeats) of = one.segment.frame;
      latest = one.segment.ack;
      if (nth === 0) return one;
      return {
        ...one,
        analysis: {
          ...one.analysis,
          findings: [...one.analysis.findings, { kind: 'duplicate-ack' as const, nth, of }],
        },
      };
    });
    const found = capturedTrace(told, summaryOf(trace, 'client', told), options).trace.segments;
    expect(lost.length).toBeGreaterThan(0);
    expect(found.filter(({ fate }) => fate === 'lost').map(({ seq }) => seq)).toEqual(lost.map(({ seq }) => seq));
  });

  it('is cut into a trace of its own, numbered anew', () => {
    const states = analysed.map((one, index) => ({
      ...one,
      analysis: {
        ...one.analysis,
        states: { client: index < 2 ? 'SYN-SENT' : 'ESTABLISHED', server: index < 2 ? null : 'ESTABLISHED' } as const,
      },
    }));
    const whole = capturedTrace(states, summaryOf(trace, 'client', states), options);
    const cut = cutTrace(whole, 6, 12);
    expect(cut.trace.segments.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(cut.trace.segments.map(fields)).toEqual(whole.trace.segments.slice(5, 12).map(fields));
    expect(cut.frames).toEqual(whole.frames.slice(5, 12));
    expect(cut.leftOut).toEqual({ before: 5, after: whole.trace.segments.length - 12 });
    expect(cut.trace.events.slice(0, 2)).toMatchObject([
      { kind: 'state', host: 'client', from: null, to: 'ESTABLISHED' },
      { kind: 'state', host: 'server', from: null, to: 'ESTABLISHED' },
    ]);
    const sent = cut.trace.events.flatMap((event) => (event.kind === 'send' ? [event.segment] : []));
    expect(sent).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(cutTrace(whole, -3, 10_000).trace.segments).toEqual(whole.trace.segments);
  });
});
