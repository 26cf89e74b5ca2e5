import type { Question } from '../../../src/questions/question.ts';
import type { TracedSegment } from '../../../src/trace/trace.ts';
import type { SkillExpectation } from '../skill-properties.ts';

/** A column of numbers of the question's table. */
function column(question: Question, index: number): readonly number[] {
  return question.figures.flatMap((figure) =>
    figure.kind === 'table' ? figure.rows.map((row) => Number(row[index])) : [],
  );
}

/** 'SRTT = 120' in a prompt, by its name. */
function stated(question: Question, name: string): number | null {
  const found = new RegExp(`${name} = (\\d+)`).exec(question.prompt.en);
  return found ? Number(found[1]) : null;
}

function byArrival(a: TracedSegment, b: TracedSegment): number {
  return a.arrivedMs! - b.arrivedMs!;
}

export const TIMERS_EXPECTED: Readonly<Record<string, SkillExpectation>> = {
  // From the printed RTO and count alone: the n-th time is (2^n - 1) r.
  'handshake.syn-times': {
    expected: (question) => {
      const rto = Number(/is (\d+) ms/.exec(question.conventions[0]!.en)![1]);
      const count = Number(/(?:all (\d+) times|which (\d+) times)/.exec(question.prompt.en)!.slice(1).find(Boolean));
      const times = Array.from({ length: count }, (_, n) => (2 ** (n + 1) - 1) * rto);
      const syns = question.trace.segments.filter((s) => s.flags.includes('SYN'));
      const again = syns.filter((s) => s.repeats !== null);
      // And by the clock of the segments.
      const first = syns.find((s) => s.n === again[0]!.repeats)!;
      if (again.some((s, n) => s.sentMs - first.sentMs !== times[n]) || again.length !== count)
        throw new Error('the segments went again at other times');
      return question.fields.length === 1 ? { times } : { times, 'given-up': (2 ** (count + 1) - 1) * rto };
    },
    variety: 260,
  },
  // Timeout by timeout, from the figures and the printed kind of lower bound.
  'rto.bounds': {
    expected: (question) => {
      const given = question.figures.flatMap((f) => (f.kind === 'values' ? f.values : []));
      const [granularity, least, most] = given.map(({ value }) => Number.parseInt(String(value), 10));
      const ofTerm = question.conventions.some(({ en }) => en.includes('holds for the term 4*RTTVAR'));
      const rows = question.figures.flatMap((f) => (f.kind === 'table' ? f.rows : []));
      return Object.fromEntries(
        rows.map(([name, srtt, rttvar, timeouts]) => {
          const term = Math.max(4 * Number(rttvar), granularity!, ofTerm ? least! : 0);
          let rto = Number(srtt) + term;
          if (!ofTerm && rto < least!) rto = least!;
          for (let n = 0; n < Number(timeouts); n++) rto = Math.min(most!, rto + rto);
          return [`rto-${String(name).toLowerCase()}`, rto];
        }),
      );
    },
    variety: 290,
  },
  // From what happened on the path: an ACK answers the copy that arrived first, which the sender knows of a segment sent
  // once, and of any by timestamps.
  'rto.valid-samples': {
    expected: (question) => {
      const { segments } = question.trace;
      const known = !question.conventions.some(({ en }) => en.includes('not in use'));
      const samples = new Map<number, number>();
      for (const ack of segments.filter((s) => s.len === 0 && s.arrivedMs !== null).sort(byArrival)) {
        const copies = segments.filter((s) => s.from !== ack.from && s.len > 0 && s.seq + s.len === ack.ack);
        const [answered] = copies.filter((s) => s.arrivedMs !== null).sort(byArrival);
        if (answered === undefined || samples.has(ack.ack)) continue;
        samples.set(ack.ack, known || copies.length === 1 ? ack.arrivedMs! - answered.sentMs : Number.NaN);
      }
      return { samples: [...samples.values()].filter((sample) => !Number.isNaN(sample)) };
    },
    variety: 290,
  },
  // In integers of 1/1024 ms, by the error form of Jacobson's paper instead of the weighted form.
  'rto.estimate': {
    expected: (question) => {
      let a: bigint | null = null;
      let v = 0n;
      const srtt = stated(question, 'SRTT');
      if (srtt !== null) {
        a = BigInt(srtt) * 1024n;
        v = BigInt(stated(question, 'RTTVAR')!) * 1024n;
      }
      for (const sample of column(question, 1)) {
        const m = BigInt(sample) * 1024n;
        if (a === null) {
          a = m;
          v = m / 2n;
          continue;
        }
        const error: bigint = m - a;
        v += ((error < 0n ? -error : error) - v) / 4n;
        a += error / 8n;
      }
      return { srtt: Number(a) / 1024, rttvar: Number(v) / 1024, rto: Number(a! + 4n * v) / 1024 };
    },
    variety: 290,
  },
};
