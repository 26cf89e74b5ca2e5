import type { Text } from '../../language.ts';
import type { Random } from '../../simulator/random.ts';
import { HOST_NAMES, type HostName, type Trace } from '../../trace/trace.ts';
import { closeExcerpt, closingOn, isIn } from '../captured/closing.ts';
import { inExcerpt } from '../captured/moment.ts';
import { isFin } from '../closing-moments.ts';
import { allFields, choiceField } from '../fields.ts';
import { type Side, wrongActive, wrongTimeWait } from '../misconceptions/states-rules.ts';
import type { Option } from '../question.ts';
import { type ClosingPlan, closingScenario, drawTurns } from '../situations/closing.ts';
import { drawHost, drawSizes } from '../situations/conversation.ts';
import { playScenario } from '../situations/play.ts';
import type { QuestionDraft, Skill } from '../skill.ts';
import { questionView, untilSeen } from '../view.ts';
import { ROLES_HINTS } from './close-hints.ts';
import { explain } from './close-roles-words.ts';

export interface Roles {
  readonly trace: Trace;
  /** Who sent the first FIN. */
  readonly first: HostName;
  readonly active: Side;
  readonly timeWait: Side;
  /** Index of the first event after both FINs have been acknowledged. */
  readonly until: number;
}

/** A closed connection; now and then the FINs cross, or one is lost and the other side closes meanwhile. */
function drawRoles(random: Random): Roles | null {
  const second: ClosingPlan['second'] = random.pick([
    { kind: 'later' },
    { kind: 'at-once' },
    { kind: 'sends', sizes: drawSizes(random, random.int(1, 2)), withAck: random.chance(0.5), closes: true },
    { kind: 'crossing' },
  ] as const);
  const closer = drawHost(random);
  const lostFin = second.kind === 'crossing' && random.chance(0.4);
  const trace = playScenario(
    random,
    closingScenario(random, {
      turns: drawTurns(random, 2),
      closer,
      closes: 'quiet',
      second,
      faults: lostFin ? [{ from: closer, match: 'fin', nth: 1, effect: { kind: 'drop' } }] : [],
    }),
  );
  const first = trace.segments.find(isFin)?.from;
  const until = trace.events.findIndex((event) => event.kind === 'timer' && event.timer === 'time-wait');
  const timeWait = side((host) =>
    trace.events.some((event) => event.kind === 'state' && event.host === host && event.to === 'TIME-WAIT'),
  );
  const active = side((host) =>
    trace.events.some(
      (event) =>
        event.kind === 'state' && event.host === host && event.from === 'ESTABLISHED' && event.to === 'FIN-WAIT-1',
    ),
  );
  return first && timeWait && active && until >= 0 ? { trace, first, active, timeWait, until } : null;
}

function side(is: (host: HostName) => boolean): Side | null {
  if (is('client')) return is('server') ? 'both' : 'client';
  return is('server') ? 'server' : null;
}

const OPTIONS: readonly (Option & { readonly id: Side })[] = [
  { id: 'client', text: { ko: '클라이언트', en: 'the client' } },
  { id: 'server', text: { ko: '서버', en: 'the server' } },
  { id: 'both', text: { ko: '양쪽 모두', en: 'both of them' } },
];

export const activeCloser: Skill = {
  id: 'close.active-closer',
  title: { ko: '능동 종료자와 TIME-WAIT', en: 'The active closer and TIME-WAIT' },
  type: 11,
  level: 'easy',
  concepts: ['close', 'states'],
  after: ['handshake.flags'],
  pose: (random) => {
    const roles = drawRoles(random);
    return (
      roles &&
      draft(random, roles, {
        ko: '이 연결의 능동 종료자(active closer)는 어느 쪽이고, TIME-WAIT에 들어가는 것은 어느 쪽입니까?',
        en: 'Which side is the active closer of this connection, and which side enters TIME-WAIT?',
      })
    );
  },
  poseOn: (captured, random) => {
    const closing = closingOn(captured);
    if (closing === null) return null;
    const { closer, lastAck, answer, crossed } = closing;
    const last = Math.max(lastAck.n, answer.n);
    const waits = (host: HostName) => isIn(captured, host, last, 'TIME-WAIT');
    // Of two that wait, the capture was taken at one: the other has got only as far as it has shown.
    const settled = crossed
      ? HOST_NAMES.some(waits) && HOST_NAMES.every((host) => waits(host) || isIn(captured, host, last, 'CLOSING'))
      : waits(closer);
    const excerpt = settled ? closeExcerpt(captured, closing) : null;
    if (excerpt === null) return null;
    const { trace } = excerpt.captured;
    const side = crossed ? 'both' : closer;
    const until = untilSeen(trace, Math.max(excerpt.closing.lastAck.n, excerpt.closing.answer.n));
    return inExcerpt(
      excerpt,
      draft(
        random,
        { trace, first: closer, active: side, timeWait: side, until },
        {
          ko: '이 연결을 닫은 세그먼트는 모두 도착했습니다. 능동 종료자(active closer)는 어느 쪽이고, TIME-WAIT에 들어가는 것은 어느 쪽입니까?',
          en: 'All segments that close this connection have arrived. Which side is the active closer, and which side enters TIME-WAIT?',
        },
      ),
    );
  },
};

function draft(random: Random, roles: Roles, prompt: Text): QuestionDraft | null {
  const { trace, first, active, timeWait, until } = roles;
  const fields = allFields([
    choiceField(
      { id: 'closer', label: { ko: '능동 종료자', en: 'active closer' }, place: null },
      random.shuffle(OPTIONS),
      active,
      wrongActive(active, first),
    ),
    choiceField(
      { id: 'time-wait', label: { ko: 'TIME-WAIT에 들어가는 쪽', en: 'enters TIME-WAIT' }, place: null },
      random.shuffle(OPTIONS),
      timeWait,
      wrongTimeWait(timeWait, first),
    ),
  ]);
  if (fields === null) return null;
  const fins = trace.segments.filter((segment) => isFin(segment) && segment.repeats === null);
  return {
    prompt,
    conventions: [],
    trace,
    view: questionView(trace, {
      until,
      asked: [],
      hiddenStates: ['client', 'server'],
      focus: fins.map((segment) => segment.n),
    }),
    fields,
    figures: [],
    hints: ROLES_HINTS,
    explanation: explain(roles),
  };
}
