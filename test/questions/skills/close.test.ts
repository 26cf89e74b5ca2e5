import { describe, expect, it } from 'vitest';
import { makeQuestion } from '../../../src/questions/make.ts';
import { visibleEvents } from '../../../src/questions/visible-trace.ts';
import { CLOSE_EXPECTED } from '../expected/close.ts';
import { stateFields } from '../placed.ts';
import { describeSkill, SEEDS } from '../skill-properties.ts';

for (const [id, expectation] of Object.entries(CLOSE_EXPECTED)) describeSkill(id, expectation);

describe('closing questions', () => {
  it.each(['close.four-segments', 'close.three-segments', 'close.half-close', 'close.fin-overtakes'])(
    '%s shows no state of a host it asks about',
    (id) => {
      for (let seed = 0; seed < 100; seed++) {
        const question = makeQuestion(`${id}@${seed}`);
        const shown = visibleEvents(question).flatMap((e) => (e.kind === 'state' ? [e.host] : []));
        for (const { host } of stateFields(question)) expect(shown).not.toContain(host);
      }
    },
  );

  it('asks for the ACK of an early FIN without showing the ACKs already sent for the same gap', () => {
    let asked = 0;
    for (let seed = 0; seed < SEEDS; seed++) {
      const question = makeQuestion(`close.fin-overtakes@${seed}`);
      const [ack] = question.fields;
      if (ack?.kind !== 'number' || question.prompt.en.includes(' Now the missing ')) continue;
      asked += 1;
      const { trace, view } = question;
      const late = trace.segments[view.focus[0]! - 1]!;
      const told = trace.segments.filter(
        (s) =>
          s.from !== late.from &&
          s.n > late.n &&
          s.n <= ack.place!.segment &&
          s.ack === late.seq &&
          s.sentMs > late.sentMs,
      );
      for (const { n } of told) expect(view.hidden).toContainEqual({ segment: n, part: 'ack' });
      expect(question.prompt.en).not.toContain(`seq ${late.seq})`);
    }
    expect(asked).toBeGreaterThan(50);
  });

  it('lets either side close first, and both', () => {
    const closers = Array.from(
      { length: SEEDS },
      (_, seed) => makeQuestion(`close.active-closer@${seed}`).fields[0]?.answer,
    );
    for (const who of ['client', 'server', 'both']) {
      expect(closers.filter((closer) => closer === who).length).toBeGreaterThan(SEEDS / 8);
    }
  });
});
