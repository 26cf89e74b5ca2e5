import { BACKED_OFF_SINCE_SAMPLE, LOWER_BOUND } from '../../conventions-timers.ts';
import { allFields, numberField } from '../../fields.ts';
import type { Figure } from '../../figure.ts';
import {
  ADDING,
  type Bounds,
  boundedTimeout,
  STEADY,
  withFloorOfRfc,
  withFloorOfVariance,
  withoutCap,
  withoutFloor,
  withoutGranularity,
} from '../../misconceptions/timers-rules.ts';
import type { MisconceptionId } from '../../misconceptions.ts';
import { NO_TRACE } from '../../no-trace.ts';
import type { ExplanationStep, Field, Hints } from '../../question.ts';
import { type BoundedConnections, type Connection, drawBounded, type Policy } from '../../situations/rto-bounds.ts';
import type { Skill } from '../../skill.ts';
import { questionView } from '../../view.ts';
import { boundsStep } from './bounds-step.ts';

const NAMES = ['A', 'B', 'C'];

export const rtoBounds: Skill = {
  id: 'rto.bounds',
  title: { ko: 'RTO의 하한, 상한, 시계 단위', en: 'Bounds of the RTO and clock granularity' },
  type: 36,
  level: 'medium',
  concepts: ['tcp'],
  after: ['rto.estimate'],
  pose: (random) => {
    const drawn = drawBounded(random);
    const { policy, bounds, connections } = drawn;
    const fields = allFields(connections.map((one, index) => fieldOf(NAMES[index] ?? '', policy, bounds, one)));
    if (fields === null) return null;
    return {
      prompt: {
        ko: '한 호스트에 TCP 연결 A, B, C가 있습니다. 표에는 마지막 RTT 표본까지 반영한 SRTT와 RTTVAR, 그리고 그 뒤에 새 표본 없이 잇달아 난 재전송 타임아웃의 횟수가 있습니다. 각 연결의 지금 RTO는 몇 ms입니까?',
        en: 'A host has the TCP connections A, B and C. The table gives SRTT and RTTVAR after the last RTT sample, and how many retransmission timeouts in a row have followed without a new sample. What is the RTO of each connection now, in ms?',
      },
      conventions: [LOWER_BOUND[policy], BACKED_OFF_SINCE_SAMPLE],
      trace: NO_TRACE,
      view: questionView(NO_TRACE, { until: 0, asked: [], focus: [] }),
      figures: figuresOf(drawn),
      fields,
      hints: HINTS[bounds.leastOf],
      explanation: [formulaStep(bounds), ...connections.map((one, at) => boundsStep(NAMES[at] ?? '', bounds, one))],
    };
  },
};

type Candidate = readonly [MisconceptionId, number];

/** The rules that the row of a connection is there for are required of it; the others count where they differ. */
function fieldOf(name: string, policy: Policy, bounds: Bounds, one: Connection): Field | null {
  const answer = boundedTimeout(bounds, one);
  const forgotten: Candidate = ['M29', boundedTimeout(withoutFloor(bounds), one)];
  const ofRfc: Candidate = ['M29', boundedTimeout(withFloorOfRfc(bounds), one)];
  const ofVariance: Candidate = ['N144', boundedTimeout(withFloorOfVariance(bounds), one)];
  const noGranularity: Candidate = ['N143', boundedTimeout(withoutGranularity(bounds), one)];
  const noCap: Candidate = ['N145', boundedTimeout(withoutCap(bounds), one)];
  const adding: Candidate = ['N229', boundedTimeout(bounds, one, ADDING)];
  const steady: Candidate = ['N141', boundedTimeout(bounds, one, STEADY)];
  const required: Candidate[] = [];
  if (one.settles === 'floor') required.push(forgotten);
  if (one.settles === 'floor' && bounds.leastOf === 'rto') required.push(ofVariance);
  if (one.settles !== 'back-off' && policy !== 'rfc') required.push(ofRfc);
  if (one.settles === 'granularity') required.push(noGranularity);
  if (one.settles === 'back-off') required.push(noCap[1] === answer ? adding : noCap);
  const optional = [forgotten, ofRfc, ofVariance, noGranularity, noCap, adding, steady].filter(
    (candidate) => !required.includes(candidate),
  );
  return numberField(
    {
      id: `rto-${name.toLowerCase()}`,
      label: { ko: `${name}의 RTO (ms)`, en: `RTO of ${name} (ms)` },
      place: null,
    },
    answer,
    { required, optional },
    'amount',
  );
}

const LOWER = {
  rto: { ko: 'RTO의 하한', en: 'lower bound of the RTO' },
  variance: { ko: '4·RTTVAR의 하한', en: 'lower bound of 4*RTTVAR' },
} as const;

function figuresOf({ bounds, connections }: BoundedConnections): readonly Figure[] {
  return [
    {
      kind: 'values',
      title: null,
      values: [
        { name: { ko: '시계 단위 G', en: 'clock granularity G' }, value: `${bounds.granularity} ms` },
        { name: LOWER[bounds.leastOf], value: `${bounds.least} ms` },
        { name: { ko: 'RTO의 상한', en: 'upper bound of the RTO' }, value: `${bounds.most} ms` },
      ],
    },
    {
      kind: 'table',
      title: null,
      head: [
        { ko: '연결', en: 'connection' },
        'SRTT (ms)',
        'RTTVAR (ms)',
        { ko: '잇단 타임아웃(번)', en: 'timeouts in a row' },
      ],
      rows: connections.map(({ srtt, rttvar, timeouts }, index) => [NAMES[index] ?? '', srtt, rttvar, timeouts]),
    },
  ];
}

const WHERE = {
  ko: '연결마다 G와 4·RTTVAR의 크기를 먼저 비교하고, 그다음에 하한, 타임아웃 횟수, 상한을 차례로 봅니다.',
  en: 'For each connection compare G with 4*RTTVAR first; then look at the lower bound, the timeouts and the upper bound, in that order.',
};

const HINTS: Readonly<Record<Bounds['leastOf'], Hints>> = {
  rto: [
    {
      ko: 'RTO = SRTT + max(G, 4·RTTVAR)이고, 하한보다 작으면 하한으로 올립니다. 타임아웃이 날 때마다 2배가 되지만 상한은 넘지 않습니다.',
      en: 'RTO = SRTT + max(G, 4*RTTVAR), raised to the lower bound if it is below. Each timeout doubles it, up to the upper bound.',
    },
    WHERE,
    {
      ko: 'min(상한, max(하한, SRTT + max(G, 4·RTTVAR)) × 2^(타임아웃 횟수))',
      en: 'min(upper bound, max(lower bound, SRTT + max(G, 4*RTTVAR)) * 2^timeouts).',
    },
  ],
  variance: [
    {
      ko: 'SRTT에 더하는 항이 하한보다 작으면 그 항을 하한으로 올립니다. RTO는 타임아웃이 날 때마다 2배가 되지만 상한은 넘지 않습니다.',
      en: 'The term added to SRTT is raised to the lower bound if it is below. Each timeout doubles the RTO, up to the upper bound.',
    },
    WHERE,
    {
      ko: 'min(상한, (SRTT + max(G, 하한, 4·RTTVAR)) × 2^(타임아웃 횟수))',
      en: 'min(upper bound, (SRTT + max(G, lower bound, 4*RTTVAR)) * 2^timeouts).',
    },
  ],
};

function formulaStep({ leastOf }: Bounds): ExplanationStep {
  return leastOf === 'rto'
    ? {
        text: {
          ko: '표본을 반영할 때 RTO = SRTT + max(G, 4·RTTVAR)를 구하고, 하한보다 작으면 하한으로 올립니다. 그 뒤로 타임아웃이 날 때마다 2배가 됩니다.',
          en: 'With the last sample the RTO is SRTT + max(G, 4*RTTVAR), raised to the lower bound if below it. Each timeout since has doubled it.',
        },
        rfc: 'RFC 6298 §2',
      }
    : {
        text: {
          ko: '표본을 반영할 때 RTO = SRTT + max(G, 하한, 4·RTTVAR)입니다. Linux는 RFC 6298의 하한(RTO 전체, 1초)을 이렇게 바꾸어 씁니다. 그 뒤로 타임아웃이 날 때마다 2배가 됩니다.',
          en: 'With the last sample the RTO is SRTT + max(G, lower bound, 4*RTTVAR): Linux has this in place of the 1 s of RFC 6298 for the whole RTO. Each timeout since has doubled it.',
        },
        rfc: 'RFC 6298 §2',
      };
}
