import type { Text } from '../../language.ts';
import type { Random } from '../../simulator/random.ts';
import { seqAdd, seqGt } from '../../tcp/sequence.ts';
import { peerOf } from '../../trace/trace.ts';
import { ABSOLUTE_NUMBERS } from '../conventions.ts';
import { allFields, choiceField, numberField } from '../fields.ts';
import type { MisconceptionId } from '../misconceptions.ts';
import type { Option } from '../question.ts';
import { drawReopening, drawReset, type TimeWaitArrival } from '../situations/time-wait-arrival.ts';
import type { QuestionDraft, Skill } from '../skill.ts';
import { questionView } from '../view.ts';
import { HOST, HOST_FIRST, sum } from '../words.ts';
import { RESET_IN_TIME_WAIT, SYN_IN_TIME_WAIT, type TimeWaitWords } from './time-wait-arrival-words.ts';

type Wrong = readonly (readonly [MisconceptionId, string])[];

export const timeWaitArrival: Skill = {
  id: 'close.time-wait-arrival',
  title: { ko: 'TIME-WAIT에 온 SYN이나 RST', en: 'A SYN or RST that reaches TIME-WAIT' },
  type: 62,
  level: 'expert',
  concepts: ['late-segment', 'close', 'states'],
  after: ['close.time-wait', 'reject.forged-segment', 'seq.older-newer'],
  pose: (random) => (random.chance(0.55) ? synQuestion(random) : resetQuestion(random)),
};

/** The client connects again from the same port while the server is in TIME-WAIT. */
function synQuestion(random: Random): QuestionDraft | null {
  const drawn = drawReopening(random, random.chance(0.5));
  if (drawn === null) return null;
  const { arrival, rcvNxt, sndNxt, answer } = drawn;
  const { seq } = arrival.segment;
  const right = answer?.flags.includes('SYN') ? 'syn-ack' : 'ack';
  const other = right === 'ack' ? 'syn-ack' : 'ack';
  // Compared as plain integers the numbers may stand the other way round; else the other answer is for every SYN.
  const plainly = seq > rcvNxt !== (right === 'syn-ack');
  const general: MisconceptionId = right === 'ack' ? 'N193' : 'N224';
  return pose(random, drawn, {
    words: SYN_IN_TIME_WAIT,
    conventions: [REOPENS_BY_SEQUENCE],
    options: [
      option(
        'syn-ack',
        `새 연결로 받아 SYN,ACK(ack=${seqAdd(seq, 1)})로 답합니다`,
        `takes it for a new connection: SYN,ACK with ack ${seqAdd(seq, 1)}`,
      ),
      option(
        'ack',
        `옛 SYN으로 보고 ACK(seq=${sndNxt}, ack=${rcvNxt})로 답하며 TIME-WAIT에 머뭅니다`,
        `takes it for an old one: ACK with seq ${sndNxt} and ack ${rcvNxt}, and stays in TIME-WAIT`,
      ),
      option(
        'wait',
        '2MSL이 끝날 때까지 두었다가 그때 SYN,ACK로 답합니다',
        'keeps it until 2 MSL are over and answers with SYN,ACK then',
      ),
      option('silent', '답하지 않고 버립니다', 'drops it without an answer'),
    ],
    right,
    wrong: [
      [plainly ? 'M23' : general, other],
      ['N223', 'wait'],
      ['N20', 'silent'],
    ],
    steps: SYN_IN_TIME_WAIT.steps(seq, rcvNxt, seqGt(seq, rcvNxt)),
  });
}

const REOPENS_BY_SEQUENCE: Text = {
  ko: '포트는 LISTEN 중이고 타임스탬프는 쓰지 않습니다. RFC 6191처럼 SYN의 seq가 RCV.NXT보다 뒤의 번호이면 TIME-WAIT에서도 새 연결로 받습니다.',
  en: 'The port is listening and timestamps are not in use. As in RFC 6191 a SYN whose seq comes after RCV.NXT opens a new connection even out of TIME-WAIT.',
};

const RESETS: Readonly<Record<'accept' | 'ignore', Text>> = {
  accept: {
    ko: 'TIME-WAIT에서도 RST를 RFC 9293대로 처리합니다.',
    en: 'A RST in TIME-WAIT is treated as RFC 9293 has it.',
  },
  ignore: {
    ko: 'TIME-WAIT에서는 RFC 1337의 권고대로 RST를 무시합니다.',
    en: 'A RST in TIME-WAIT is ignored, as RFC 1337 advises.',
  },
};

/** A RST of a certain number comes while a host is in TIME-WAIT. */
function resetQuestion(random: Random): QuestionDraft | null {
  const where = random.pick(['exact', 'inside', 'outside'] as const);
  const ignored = random.chance(0.3);
  const drawn = drawReset(random, where, ignored);
  if (drawn === null) return null;
  const { trace, arrival, waiter, rcvNxt, sndNxt, answer } = drawn;
  const ended = trace.events.some(
    (e, at) =>
      at > arrival.index &&
      e.kind === 'state' &&
      e.host === waiter &&
      e.to === 'CLOSED' &&
      e.ms === arrival.segment.arrivedMs,
  );
  const right = ended ? 'closed' : answer !== null ? 'ack' : 'silent';
  const wrong: readonly (readonly [MisconceptionId, string])[] = [
    ['N190', 'closed'],
    ['N192', 'ack'],
    ['N225', 'silent'],
    ['N34', 'restart'],
  ];
  return pose(random, drawn, {
    words: RESET_IN_TIME_WAIT,
    conventions: [RESETS[ignored ? 'ignore' : 'accept']],
    options: [
      option('closed', '곧바로 CLOSED가 됩니다', 'becomes CLOSED at once'),
      option(
        'ack',
        `ACK(seq=${sndNxt}, ack=${rcvNxt})로 답하고 TIME-WAIT에 머뭅니다`,
        `answers with an ACK (seq ${sndNxt}, ack ${rcvNxt}) and stays in TIME-WAIT`,
      ),
      option('silent', '답하지 않고 버리며 TIME-WAIT에 머뭅니다', 'drops it without an answer and stays in TIME-WAIT'),
      option('restart', '버리고 2MSL 타이머를 다시 시작합니다', 'drops it and restarts the 2 MSL timer'),
    ],
    right,
    wrong: wrong.filter(([, id]) => id !== right),
    steps: RESET_IN_TIME_WAIT.steps(arrival.segment.seq, rcvNxt, ignored ? 'ignored' : where),
  });
}

function option(id: string, ko: string, en: string): Option {
  return { id, text: { ko, en } };
}

interface Asked {
  readonly words: Pick<TimeWaitWords<never>, 'prompt' | 'hints'>;
  readonly conventions: readonly Text[];
  readonly options: readonly Option[];
  readonly right: string;
  readonly wrong: Wrong;
  readonly steps: QuestionDraft['explanation'];
}

function pose(random: Random, drawn: TimeWaitArrival, asked: Asked): QuestionDraft | null {
  const { trace, waiter, arrival, rcvNxt, sndNxt } = drawn;
  const fields = allFields([
    numberField(
      {
        id: 'rcv-nxt',
        label: { ko: `${HOST[waiter].ko}의 RCV.NXT`, en: `RCV.NXT of ${HOST[waiter].en}` },
        place: null,
      },
      rcvNxt,
      {
        required: [
          ['M09', seqAdd(rcvNxt, -1)],
          ['M11', sndNxt],
        ],
      },
    ),
    choiceField(
      { id: 'reaction', label: { ko: '반응', en: 'reaction' }, place: null },
      random.shuffle(asked.options),
      asked.right,
      {
        required: asked.wrong,
      },
    ),
  ]);
  if (fields === null) return null;
  const finNumber = seqAdd(rcvNxt, -1);
  const peer = HOST[peerOf(waiter)];
  return {
    prompt: asked.words.prompt(waiter, arrival.segment.seq),
    conventions: [ABSOLUTE_NUMBERS, ...asked.conventions],
    trace,
    view: questionView(trace, {
      until: arrival.index + 1,
      asked: [],
      // The last ACK carries RCV.NXT.
      secret: [rcvNxt],
      hiddenStates: [waiter],
      focus: [arrival.segment.n],
    }),
    fields,
    figures: [],
    hints: asked.words.hints,
    explanation: [
      {
        text: {
          ko: `${peer.ko}의 FIN은 ${finNumber}번을 차지했으므로 ${HOST[waiter].ko}의 RCV.NXT는 ${sum(finNumber, 1)}입니다.`,
          en: `${HOST_FIRST[peerOf(waiter)].en}'s FIN took number ${finNumber}, so RCV.NXT of ${HOST[waiter].en} is ${sum(finNumber, 1)}.`,
        },
        rfc: 'RFC 9293 §3.4',
      },
      ...asked.steps,
    ],
  };
}
