import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { typedValue } from '../../../src/questions/answers.ts';
import {
  judgePrediction,
  nextToPredict,
  PREDICTED_PARTS,
  type PredictedPart,
  type Prediction,
} from '../../../src/questions/predict/prediction.ts';
import { act, openSandbox } from '../../../src/simulator/sandbox/sandbox.ts';
import { simulate } from '../../../src/simulator/simulate.ts';
import { seqGe } from '../../../src/tcp/sequence.ts';
import { relativeBases, shownNumbers } from '../../../src/trace/relative.ts';
import type { Trace } from '../../../src/trace/trace.ts';
import { anyMove, timed } from '../../simulator/sandbox/random-moves.ts';
import { scenario } from '../../simulator/short.ts';
import { folder, taught } from '../../simulator/taught.ts';

const names = readdirSync(folder).map((file) => file.replace('.yaml', ''));
/** More to send than the window of the server has room for. */
const NARROW = scenario({
  server: { window: 700 },
  actions: (['listen', 'connect'] as const).map((name) => ({
    host: name === 'listen' ? 'server' : 'client',
    when: { kind: 'time', ms: 0 },
    afterMs: 0,
    call: name === 'listen' ? { name } : { name: 'connect-with-data', bytes: 2000 },
  })),
});

type Typed = Record<PredictedPart, string>;

/** Every segment that can be foretold, in order. */
function all(trace: Trace, numbers: 'absolute' | 'relative' = 'absolute'): Prediction[] {
  const found: Prediction[] = [];
  for (let next = nextToPredict(trace, 0, numbers); next; next = nextToPredict(trace, next.index + 1, numbers)) {
    found.push(next);
  }
  return found;
}

/** What the segment says, typed. */
function right(trace: Trace, { segment }: Prediction, numbers: 'absolute' | 'relative'): Typed {
  const { seq, ack } = shownNumbers(segment, relativeBases(trace)[segment.n - 1], numbers);
  const flags = segment.flags.filter((flag) => flag !== 'ECE' && flag !== 'CWR');
  return { flags: flags.join(','), seq: String(seq), ack: String(ack), len: String(segment.len) };
}

const outcomes = (verdicts: ReturnType<typeof judgePrediction>) =>
  PREDICTED_PARTS.map((part) => verdicts[part].outcome);

test('every segment of a TCP is foretold once, with the very fields it has, in either way of numbering', () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), timed(anyMove, 5, 2000), fc.boolean(), (name, moves, relative) => {
      const numbers = relative ? 'relative' : 'absolute';
      const opened = openSandbox(taught(name), 'seed');
      const { trace } = moves.reduce((before, { ms, move }) => act(before, ms, move), opened);
      const found = all(trace, numbers);
      expect(found.map(({ segment }) => segment.n)).toEqual(
        trace.segments.filter(({ origin }) => origin === 'tcp').map(({ n }) => n),
      );
      for (const next of found.slice(0, 200)) {
        const { segment, fields, reasons } = next;
        const typed = right(trace, next, numbers);
        const acks = segment.flags.includes('ACK');
        const given = acks ? typed : { ...typed, ack: '' };
        expect(outcomes(judgePrediction(trace, next, given))).toEqual([
          'correct',
          'correct',
          acks ? 'correct' : 'unused',
          'correct',
        ]);
        for (const part of acks ? (['seq', 'ack'] as const) : (['seq'] as const)) {
          for (const { rule, value } of fields[part].predictions) {
            const verdict = judgePrediction(trace, next, { ...typed, [part]: typedValue(value) })[part];
            expect(verdict).toMatchObject({ outcome: 'wrong', rule });
          }
        }
        const event = trace.events[next.index];
        const after = event?.kind === 'send' ? event.after : null;
        for (const part of PREDICTED_PARTS) expect(reasons[part].rfc).toMatch(/^RFC 9293 §3/);
        if (after === null || segment.connection !== after.connection || after.state === 'CLOSED') continue;
        // What is said of the variables is so.
        if (reasons.ack.text.en.includes('RCV.NXT, is')) expect(after.rcvNxt).toBe(segment.ack);
        if (reasons.ack.text.en.includes('RCV.NXT stays'))
          expect(after.held.length > 0 || after.heldFin !== null).toBe(true);
        if (reasons.seq.text.en.includes('so SND.NXT is')) expect(seqGe(after.sndNxt, segment.seq)).toBe(true);
        if (reasons.len.text.en.includes('SMSS')) expect(after.smss).toBe(segment.len);
      }
    }),
    { numRuns: 100 },
  );
}, 60_000);

describe('what is wrong is told by its rule', () => {
  const trace = simulate(taught('data-exchange'), 'seed');
  const judged = (next: Prediction, typed: Partial<Typed>) =>
    judgePrediction(trace, next, { ...right(trace, next, 'absolute'), ...typed });

  test('the first data: its seq is not the ISN, and not the ack', () => {
    const next = all(trace).find(({ segment }) => segment.len > 0)!;
    const { seq, ack } = next.segment;
    expect(judged(next, { seq: String(seq - 1) }).seq).toMatchObject({ rule: 'M08' });
    expect(judged(next, { seq: String(ack) }).seq).toMatchObject({ rule: 'M11' });
    expect(next.reasons.seq.text.en).toContain(`so SND.NXT is ${seq}.`);
    expect(next.reasons.seq.text.ko).toContain(`SND.NXT는 ${seq}입니다.`);
  });

  test('an ACK of data is not the number of the last byte, and not one more than the data takes', () => {
    const next = all(trace).find(({ segment: { from, len } }, i) => i > 3 && from === 'server' && len === 0)!;
    const { ack } = next.segment;
    expect(judged(next, { ack: String(ack - 1) }).ack).toMatchObject({ rule: 'M01' });
    expect(judged(next, { ack: String(ack + 1) }).ack).toMatchObject({ rule: 'M02' });
  });

  test('flags in any spelling, with PSH or without; what cannot be read is said', () => {
    const [syn, synAck] = all(trace);
    expect(judged(syn!, { flags: 's' }).flags.outcome).toBe('correct');
    expect(judged(synAck!, { flags: 'syn-ack' }).flags.outcome).toBe('correct');
    expect(judged(synAck!, { flags: 'ack' }).flags).toMatchObject({ outcome: 'wrong', nearMiss: 'one-part-missing' });
    expect(judged(synAck!, { flags: 'hello' }).flags.outcome).toBe('unreadable');
    expect(judged(synAck!, { seq: '' }).seq.outcome).toBe('unreadable');
    const pushed = all(trace).find(({ segment }) => segment.flags.includes('PSH'))!;
    expect(judged(pushed, { flags: 'ack' }).flags.outcome).toBe('correct');
    expect(judged(pushed, { flags: 'psh,ack' }).flags.outcome).toBe('correct');
    expect(judged(pushed, { flags: 'psh' }).flags.outcome).toBe('wrong');
  });
});

describe('why a field is what it is', () => {
  const reasons = (name: string, is: (next: Prediction) => boolean) =>
    all(simulate(taught(name), 'seed')).find(is)!.reasons;

  test('an ACK above a gap stays at the first missing number', () => {
    const { ack } = reasons('lost-segment', ({ reasons: { ack } }) => ack.text.en.includes('missing'));
    expect(ack.text.ko).toMatch(/^\d+번부터 비어 있으므로 RCV\.NXT는 \d+에 머무릅니다\.$/);
  });

  test('a retransmission keeps its number', () => {
    const { seq } = reasons('lost-segment', ({ segment }) => segment.repeats !== null);
    expect(seq.text.en).toMatch(/^What #\d+ carried goes out again under the same numbers/);
  });

  test('a RST of a host without a connection follows from what came', () => {
    const { flags, seq, ack } = reasons('closed-port', ({ segment }) => segment.flags.includes('RST'));
    expect([flags.rfc, seq.rfc, ack.rfc]).toEqual(Array(3).fill('RFC 9293 §3.10.7.1'));
    expect(seq.text.en).toContain('seq 0');
  });

  test.each([
    ['old-duplicate-syn', '§3.10.7.3', /acknowledges nothing that was sent/],
    ['half-open', '§3.10.7.3', /acknowledges nothing that was sent/],
  ])('a RST in SYN-SENT takes its number from the ack that it refuses: %s', (name, section, why) => {
    const isReset = ({ segment }: Prediction) => segment.flags.includes('RST') && segment.connection !== 0;
    const { flags, seq } = reasons(name, isReset);
    expect([flags.rfc, seq.rfc]).toEqual([`RFC 9293 ${section}`, `RFC 9293 ${section}`]);
    expect(flags.text.en).toMatch(why);
    expect(seq.text.en).toMatch(/^It takes the ack of what came as its seq: \d+\.$/);
  });

  test('a RST after unanswered keep-alives gives up, one for data after a full close tells of its loss', () => {
    const isReset = ({ segment }: Prediction) => segment.flags.includes('RST');
    expect(reasons('keep-alive', isReset).flags.text.en).toMatch(/gives the connection up/);
    expect(reasons('rst-after-close', isReset).flags.rfc).toBe('RFC 9293 §3.6.1');
  });

  test('probes carry what their timers send', () => {
    const keepAlive = reasons('keep-alive', ({ reasons: { seq } }) => seq.rfc.endsWith('§3.8.4'));
    expect(keepAlive.len.rfc).toBe('RFC 9293 §3.8.4');
    const probe = reasons('zero-window', ({ segment }) => segment.len === 1);
    expect(probe.len.text.en).toContain('window is 0');
    const again = reasons('zero-window', ({ segment }) => segment.len === 1 && segment.repeats !== null);
    expect(again.len.rfc).toBe('RFC 9293 §3.8.6.1');
  });

  test('a full segment, what is left of the data, what the window has room for', () => {
    const full = reasons(
      'lost-segment',
      ({ segment, reasons: { len } }) => segment.len > 0 && len.rfc.endsWith('§3.7.1'),
    );
    expect(full.len.text.en).toContain('SMSS, 800 bytes');
    const last = reasons('lost-segment', ({ reasons: { len } }) => len.rfc.endsWith('§3.10.2'));
    expect(last.len.text.en).toMatch(/^Of what the application has handed over \d+ bytes are left\.$/);
    const [room] = all(simulate(NARROW, 'seed')).filter(({ segment }) => segment.len > 0);
    expect(room!.reasons.len.text.ko).toMatch(/^상대의 윈도우에 남은 자리가 700바이트입니다\.$/);
  });
});
