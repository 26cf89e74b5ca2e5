import type { CapturedTrace } from '../../captures/trace/captured-trace.ts';
import type { Text } from '../../language.ts';
import type { Random } from '../../simulator/random.ts';
import type { State } from '../../tcp/state.ts';
import { type HostName, peerOf } from '../../trace/trace.ts';
import type { ClosingSegments } from '../closing-moments.ts';
import { ABSOLUTE_NUMBERS } from '../conventions.ts';
import {
  ACKED_IN_LAST_ACK,
  CLOSE_IN_CLOSE_WAIT,
  OWN_FIN_ACKED,
  PEER_FIN_IN_ESTABLISHED,
  PEER_FIN_IN_FIN_WAIT_2,
  type WrongState,
} from '../misconceptions/states-rules.ts';
import type { QuestionDraft } from '../skill.ts';
import { FOUR_NAMES, fourBlanks, fourDraft } from '../skills/close-four-draft.ts';
import { type Blank, numberBlanks, stateBlank } from '../skills/close-segments.ts';
import { untilSeen } from '../view.ts';
import { HOST, HOST_FIRST } from '../words.ts';
import { closeExcerpt, closingOn, isIn } from './closing.ts';
import { inExcerpt } from './moment.ts';

/** A close in four segments with nothing else between its FINs than ACKs. */
export function fourOn(captured: CapturedTrace, random: Random): QuestionDraft | null {
  const closing = closingOn(captured);
  if (closing === null || closing.crossed || closing.answer.n === closing.peerFin.n) return null;
  const between = captured.trace.segments.slice(closing.fin.n, closing.lastAck.n);
  if (between.some(({ n, len }) => len > 0 && n !== closing.peerFin.n)) return null;
  const excerpt = closeExcerpt(captured, closing);
  if (excerpt === null) return null;
  const { closer } = excerpt.closing;
  const passive = peerOf(closer);
  const closed = { trace: excerpt.captured.trace, closing: excerpt.closing, passive };
  const states = HOSTS_STATES.map(({ of, moments }) => {
    const settled = moments.filter(({ at, state }) =>
      isIn(captured, of === 'closer' ? closer : passive, at(closing), state),
    );
    return settled.length === 0 ? null : blankOf(of, of === 'closer' ? closer : passive, random.pick(settled));
  }).filter((blank) => blank !== null);
  if (states.length === 0) return null;
  const asked = random.pick(fourBlanks(numberBlanks(closed, FOUR_NAMES)));
  return inExcerpt(
    excerpt,
    fourDraft(closed, untilSeen(closed.trace, excerpt.closing.lastAck.n), [...asked, ...states], {
      prompt: {
        ko: `${HOST[closer].ko}가 먼저 FIN을 보내고, ${HOST[passive].ko}는 이를 ACK한 다음에 자기 FIN을 보냅니다. 종료 세그먼트의 빈칸과 상태를 채우세요.`,
        en: `${HOST_FIRST[closer].en} sends its FIN first; ${HOST[passive].en} acknowledges it and sends its own afterwards. Fill in the missing numbers and states of this close.`,
      },
      conventions: [ABSOLUTE_NUMBERS],
      closes: { ko: '자기 FIN 송신', en: 'on sending its FIN' },
    }),
  );
}

/** A state during the close, and the segment after which the capture has to settle it. */
interface StateMoment {
  readonly label: Text;
  readonly state: State;
  readonly wrong: readonly WrongState[];
  readonly at: (closing: ClosingSegments) => number;
}

const HOSTS_STATES: readonly { readonly of: 'closer' | 'passive'; readonly moments: readonly StateMoment[] }[] = [
  {
    of: 'closer',
    moments: [
      {
        label: { ko: '첫 FIN의 ACK를 받은 뒤', en: 'after the ACK of the first FIN arrives' },
        state: 'FIN-WAIT-2',
        wrong: OWN_FIN_ACKED,
        at: ({ answer }) => answer.n,
      },
      {
        label: { ko: '두 번째 FIN을 받은 뒤', en: 'after the second FIN arrives' },
        state: 'TIME-WAIT',
        wrong: PEER_FIN_IN_FIN_WAIT_2,
        at: ({ lastAck }) => lastAck.n,
      },
    ],
  },
  {
    of: 'passive',
    moments: [
      {
        label: { ko: '첫 FIN을 받은 뒤', en: 'after the first FIN arrives' },
        state: 'CLOSE-WAIT',
        wrong: PEER_FIN_IN_ESTABLISHED,
        at: ({ answer }) => answer.n,
      },
      {
        label: { ko: '두 번째 FIN을 보낸 뒤', en: 'after sending the second FIN' },
        state: 'LAST-ACK',
        wrong: CLOSE_IN_CLOSE_WAIT,
        at: ({ peerFin }) => peerFin.n,
      },
      {
        label: { ko: '마지막 ACK를 받은 뒤', en: 'after the last ACK arrives' },
        state: 'CLOSED',
        wrong: ACKED_IN_LAST_ACK,
        at: ({ lastAck }) => lastAck.n,
      },
    ],
  },
];

function blankOf(id: string, host: HostName, { label, state, wrong }: StateMoment): Blank {
  return stateBlank(id, host, label, state, wrong);
}
