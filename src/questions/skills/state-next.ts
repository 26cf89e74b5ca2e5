import type { Text } from '../../language.ts';
import type { Random } from '../../simulator/random.ts';
import type { State } from '../../tcp/state.ts';
import { peerOf, type Trace, type TracedSegment, type TraceEvent } from '../../trace/trace.ts';
import { excerptAround, inExcerpt, pickMoment } from '../captured/moment.ts';
import { stateStepsOn } from '../captured/state-steps.ts';
import { ABSOLUTE_NUMBERS, CLOSE_KEEPS_READING, HOLDS_OUT_OF_ORDER } from '../conventions.ts';
import { allFields, LABELS, stateField } from '../fields.ts';
import { arrivalOf, segmentAt, snapshotBefore } from '../moments.ts';
import { drawStory } from '../situations/states.ts';
import type { QuestionDraft, Skill } from '../skill.ts';
import { questionView } from '../view.ts';
import { dataBytes, HOST, HOST_FIRST, toState } from '../words.ts';
import { stateAfter } from './state-after.ts';
import type { StateCase } from './state-case.ts';
import { STATE_CASES } from './state-cases.ts';
import { STATE_HINTS } from './state-hints.ts';
import { numberStep } from './state-next-numbers.ts';

export interface Step {
  readonly trace: Trace;
  readonly index: number;
  readonly event: Extract<TraceEvent, { kind: 'call' | 'arrive' | 'timer' }>;
  readonly before: State | undefined;
  readonly after: State;
  /** RCV.NXT of the host before it; undefined without a connection. */
  readonly rcvNxt: number | undefined;
}

/** The moments of a trace that are the given case. */
function stepsOf(trace: Trace, wanted: StateCase): readonly Step[] {
  return trace.events.flatMap((event, index) => {
    if (event.kind !== 'call' && event.kind !== 'arrive' && event.kind !== 'timer') return [];
    const snapshot = snapshotBefore(trace, event.host, index);
    const after = stateAfter(trace, index);
    return (snapshot?.state ?? 'CLOSED') === wanted.before && after !== null && isHappening(event, wanted)
      ? [{ trace, index, event, before: snapshot?.state, after, rcvNxt: snapshot?.rcvNxt }]
      : [];
  });
}

function isHappening(event: Step['event'], { happening }: StateCase): boolean {
  switch (event.kind) {
    case 'call':
      return happening.kind === 'call' && event.call.name === happening.name && event.error === null;
    case 'timer':
      return happening.kind === 'timer' && event.timer === 'time-wait';
    case 'arrive':
      if (happening.kind !== 'arrive') return false;
      if (happening.without?.some((note) => event.notes.includes(note))) return false;
      return happening.notes.every((note) => event.notes.includes(note));
  }
}

function drawStep(random: Random, wanted: StateCase): Step | null {
  const trace = drawStory(random, wanted.story);
  const steps = trace === null ? [] : stepsOf(trace, wanted);
  return steps.length === 0 ? null : random.pick(steps);
}

/** A story in which chance decides much may need several draws; the case stays the one drawn first. */
const MOST_STORIES = 12;

export const nextState: Skill = {
  id: 'state.next',
  title: { ko: '다음 상태', en: 'The next state' },
  type: 10,
  level: 'easy',
  concepts: ['states', 'close', 'handshake'],
  after: ['handshake.third-segment', 'close.active-closer'],
  pose: (random) => {
    const wanted = random.pick(STATE_CASES);
    let step: Step | null = null;
    for (let draw = 0; step === null && draw < MOST_STORIES; draw++) step = drawStep(random, wanted);
    return step && draft(step, wanted, conventionsFor(wanted));
  },
  poseOn: (captured, random) => {
    const found = stateStepsOn(captured);
    const wanted = pickMoment(random, [...new Set(found.map((one) => one.wanted))]);
    const moment = pickMoment(
      random,
      found.filter((one) => one.wanted === wanted),
    );
    const excerpt = moment && excerptAround(captured, [moment.first, moment.n]);
    if (wanted === null || moment === null || excerpt === null) return null;
    const { trace } = excerpt.captured;
    const index = arrivalOf(trace, excerpt.at(moment.n).n)?.index ?? -1;
    const event = trace.events[index];
    if (event?.kind !== 'arrive') return null;
    const { after, rcvNxt } = moment;
    const step = { trace, index, event, before: wanted.before, after, rcvNxt };
    return inExcerpt(excerpt, draft(step, wanted, conventionsOn(wanted)));
  },
};

function draft(step: Step, wanted: StateCase, conventions: readonly Text[]): QuestionDraft | null {
  const { trace, index, event, after } = step;
  const { host } = event;
  const fields = allFields([
    stateField({ id: 'state', label: LABELS.state, place: null }, after, { required: wanted.wrong }),
  ]);
  if (fields === null) return null;
  const what = happeningWords(trace, event);
  const numbers = numberStep(step);
  const stays = after === wanted.before;
  const segment = event.kind === 'arrive' ? [event.segment] : [];
  return {
    prompt: {
      ko: `${HOST[host].ko}는 ${wanted.before} 상태입니다. ${what.ko} 그 직후 ${HOST[host].ko}는 어떤 상태입니까?`,
      en: `${HOST_FIRST[host].en} is in ${wanted.before}. ${what.en} What state is ${HOST[host].en} in right afterwards?`,
    },
    conventions,
    trace,
    view: questionView(trace, { until: index + 1, asked: [], focus: segment }),
    fields,
    figures: [],
    hints: STATE_HINTS[event.kind],
    explanation: [
      ...(numbers === null ? [] : [numbers]),
      { text: wanted.because, rfc: wanted.rfc },
      {
        text: stays
          ? { ko: `상태는 ${after} 그대로입니다.`, en: `So it stays in ${after}.` }
          : {
              ko: `그래서 ${wanted.before}에서 ${toState(after)} 바뀝니다.`,
              en: `So it goes from ${wanted.before} to ${after}.`,
            },
        rfc: 'RFC 9293 §3.3.2',
      },
    ],
  };
}

/** The same for every case with this state and kind of event, so that they do not tell which case it is. */
function conventionsFor({ before, happening }: StateCase): readonly Text[] {
  if (happening.kind !== 'arrive') return [];
  if (before === 'ESTABLISHED') return [ABSOLUTE_NUMBERS, HOLDS_OUT_OF_ORDER];
  if (before === 'FIN-WAIT-2') return [ABSOLUTE_NUMBERS, HOLDS_OUT_OF_ORDER, CLOSE_KEEPS_READING];
  return [ABSOLUTE_NUMBERS];
}

/** In a capture a host was seen to keep on receiving: no convention is needed for that. */
function conventionsOn(wanted: StateCase): readonly Text[] {
  return conventionsFor(wanted).filter((convention) => convention !== CLOSE_KEEPS_READING);
}

function happeningWords(trace: Trace, event: Step['event']) {
  if (event.kind === 'timer') return { ko: '2MSL 타이머가 만료되었습니다.', en: 'The 2 MSL timer expires.' };
  if (event.kind === 'arrive') {
    const segment = segmentAt(trace, event.segment);
    const { ko, en } = segmentWords(segment);
    const peer = HOST[peerOf(event.host)];
    return { ko: `${peer.ko}의 세그먼트(${ko})가 도착했습니다.`, en: `A segment from ${peer.en} arrives: ${en}.` };
  }
  switch (event.call.name) {
    case 'listen':
      return {
        ko: '애플리케이션이 수동 열기(listen)를 호출했습니다.',
        en: 'Its application makes a passive open (listen).',
      };
    case 'connect':
      return {
        ko: '애플리케이션이 능동 열기(connect)를 호출했습니다.',
        en: 'Its application makes an active open (connect).',
      };
    default:
      return { ko: '애플리케이션이 close()를 호출했습니다.', en: 'Its application calls close().' };
  }
}

function segmentWords({ flags, seq, ack, len }: TracedSegment) {
  const names = flags.filter((flag) => flag !== 'PSH').join(',');
  const hasAck = flags.includes('ACK');
  return {
    ko: [names, `seq=${seq}`, ...(hasAck ? [`ack=${ack}`] : []), ...(len > 0 ? [`데이터 ${len}바이트`] : [])].join(
      ', ',
    ),
    en: [names, `seq ${seq}`, ...(hasAck ? [`ack ${ack}`] : []), ...(len > 0 ? [dataBytes(len)] : [])].join(', '),
  };
}
