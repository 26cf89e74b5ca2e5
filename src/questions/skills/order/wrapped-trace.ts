import { SEQUENCE_SPACE, seqAdd } from '../../../tcp/sequence.ts';
import { excerptAround, inExcerpt, momentsOf, pickMoment } from '../../captured/moment.ts';
import { acknowledgedRunsOn } from '../../captured/runs.ts';
import { NO_DELAYED_ACK } from '../../conventions.ts';
import { drawWrapped } from '../../situations/wrapped.ts';
import type { Skill } from '../../skill.ts';
import { HOST } from '../../words.ts';
import { draft, type Run, type Said } from './wrapped-draft.ts';

/** A whole exchange whose numbers pass through 0 (RFC 9293 §3.4). */
export const wrappedTrace: Skill = {
  id: 'seq.wrapped-trace',
  title: { ko: '순서 번호가 0을 지나는 대화', en: 'A conversation that passes through 0' },
  type: 49,
  level: 'medium',
  concepts: ['numbers', 'isn'],
  after: ['ack.cumulative', 'seq.relative'],
  pose: (random) => {
    const wrapped = drawWrapped(random);
    if (wrapped === null) return null;
    const { trace, sender, segments, acks, beginBefore, bytesBefore } = wrapped;
    const ack = acks.at(-1);
    const isn = seqAdd(segments[0]?.seq ?? 0, -1);
    const at = { trace, sender, segments, beginBefore, bytesBefore };
    if (ack === undefined) return null;
    return draft(random, { ...at, ack, answers: acks, isn, said: SIMULATED, conventions: [NO_DELAYED_ACK] });
  },
  poseOn: (captured, random) => {
    const moment = pickMoment(random, wrappedOn(captured));
    const { data, ack } = moment ?? {};
    const first = data?.[0];
    const excerpt = first && ack && excerptAround(captured, [first.n, ack.n]);
    if (!data || !ack || !first || !excerpt) return null;
    const { trace } = excerpt.captured;
    const beginBefore = data.filter(({ seq }) => seq >= first.seq).length;
    const wrapped: Run = {
      trace,
      sender: first.from,
      segments: data.map(({ n }) => excerpt.at(n)),
      beginBefore,
      bytesBefore: SEQUENCE_SPACE - first.seq,
      ack: excerpt.at(ack.n),
      answers: trace.segments.filter(({ from, n }) => from === ack.from && n <= excerpt.at(ack.n).n),
      isn: captured.analyses[first.n - 1]?.iss ?? null,
      said: CAPTURED,
      conventions: [],
    };
    return inExcerpt(excerpt, draft(random, wrapped));
  },
};

/** Acknowledged runs whose numbers pass through 0, at least one segment beginning after that. */
const wrappedOn = momentsOf((captured) =>
  captured.numbers === 'relative'
    ? []
    : acknowledgedRunsOn(captured).filter(({ data }) => (data.at(-1)?.seq ?? 0) < (data[0]?.seq ?? 0)),
);

const SIMULATED: Said = {
  arrive: { ko: '모두 순서대로 도착합니다', en: 'all arrive in order' },
  ack: (receiver) => ({
    ko: `마지막 세그먼트가 도착했을 때 ${HOST[receiver].ko}가 보내는 ACK의 ack`,
    en: `which ack does ${HOST[receiver].en} send when the last one arrives`,
  }),
};

const CAPTURED: Said = {
  arrive: { ko: '앞의 데이터와 함께 모두 도착했습니다', en: 'all have arrived, with the data before them' },
  ack: (receiver) => ({
    ko: `${HOST[receiver].ko}가 이 데이터를 모두 확인 응답하는 ACK의 ack`,
    en: `which ack is in the ACK by which ${HOST[receiver].en} acknowledges all of them`,
  }),
};
