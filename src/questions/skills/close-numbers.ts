import type { Random } from '../../simulator/random.ts';
import { peerOf, type Trace } from '../../trace/trace.ts';
import { finsOn } from '../captured/closing.ts';
import { excerptAround, inExcerpt, pickMoment } from '../captured/moment.ts';
import { type Closing, closingOf, isnOf } from '../closing-moments.ts';
import { ABSOLUTE_NUMBERS, NO_DELAYED_ACK } from '../conventions.ts';
import { type ClosingPlan, closingScenario, drawTurn, drawTurns } from '../situations/closing.ts';
import { drawHost, drawSizes } from '../situations/conversation.ts';
import { playScenario } from '../situations/play.ts';
import type { QuestionDraft, Skill } from '../skill.ts';
import { HOST, HOST_FIRST } from '../words.ts';
import { ackDraft, carriedBy, finDraft, withData } from './close-numbers-drafts.ts';

interface Closed {
  readonly trace: Trace;
  readonly closing: Closing;
}

/** Poses a question on a conversation that is closed, in one of the ways that change the numbers. */
function posed(pose: (random: Random, closed: Closed) => QuestionDraft | null): Skill['pose'] {
  return (random) => {
    const closed = drawClosed(random);
    return closed && pose(random, closed);
  };
}

function drawClosed(random: Random): Closed | null {
  const closer = drawHost(random);
  const closes = random.pick(['quiet', 'quiet', 'data-in-flight', 'fin-on-data'] as const);
  const before = drawTurns(random, 2);
  const turns = closes === 'quiet' ? before : [...before, drawTurn(random, closer)];
  const second: ClosingPlan['second'] = random.pick([
    { kind: 'later' },
    { kind: 'at-once' },
    { kind: 'sends', sizes: drawSizes(random, random.int(1, 2)), withAck: random.chance(0.5), closes: true },
  ] as const);
  const trace = playScenario(random, closingScenario(random, { turns, closer, closes, second }));
  const closing = closingOf(trace);
  return closing && { trace, closing };
}

export const finNumbers: Skill = {
  id: 'close.fin-numbers',
  title: { ko: 'FIN의 seq와 ack', en: 'seq and ack of a FIN' },
  type: 13,
  level: 'easy',
  concepts: ['close', 'numbers'],
  after: ['seq.next'],
  pose: posed((random, { trace, closing }) => {
    const fin = random.pick([closing.fin, closing.peerFin]);
    const host = fin.from;
    const isn = isnOf(trace, host);
    if (isn === null) return null;
    return finDraft(trace, fin, {
      ko: `${HOST[host].ko}(ISN=${isn})가 close()를 호출해 ${withData(fin).ko}FIN을 보냅니다.`,
      en: `${HOST_FIRST[host].en} (ISN ${isn}) calls close() and sends its FIN${withData(fin).en}.`,
    });
  }),
  poseOn: (captured, random) => {
    const moment = pickMoment(
      random,
      finsOn(captured).filter(({ hasAll }) => hasAll),
    );
    const excerpt = moment && excerptAround(captured, [Math.min(moment.own.n, moment.peers.n), moment.fin.n]);
    if (moment === null || excerpt === null) return null;
    const fin = excerpt.at(moment.fin.n);
    const [host, peer] = [HOST[fin.from], HOST[peerOf(fin.from)]];
    return inExcerpt(
      excerpt,
      finDraft(excerpt.captured.trace, fin, {
        ko: `${peer.ko}가 지금까지 보낸 것을 모두 받은 ${host.ko}가 ${withData(fin).ko}FIN을 보냅니다.`,
        en: `${HOST_FIRST[fin.from].en} has received all that ${peer.en} has sent so far and sends its FIN${withData(fin).en}.`,
      }),
    );
  },
};

export const finAck: Skill = {
  id: 'close.fin-ack',
  title: { ko: 'FIN에 대한 ACK', en: 'The ACK of a FIN' },
  type: 14,
  level: 'easy',
  concepts: ['close', 'numbers'],
  after: ['close.fin-numbers'],
  pose: posed((random, { trace, closing }) => {
    const [fin, answer] = random.pick([
      [closing.fin, closing.answer],
      [closing.peerFin, closing.lastAck],
    ] as const);
    const [sender, receiver, carried] = [HOST[fin.from], HOST[answer.from], carriedBy(fin)];
    return ackDraft(trace, fin, answer, [ABSOLUTE_NUMBERS, NO_DELAYED_ACK], {
      ko: `${receiver.ko}가 ${sender.ko}의 FIN(seq=${fin.seq}${carried.ko})을 순서대로 받고 곧바로 답합니다.`,
      en: `${HOST_FIRST[answer.from].en} has received ${sender.en}'s FIN (seq ${fin.seq}${carried.en}) in order and answers at once.`,
    });
  }),
  poseOn: (captured, random) => {
    const moment = pickMoment(random, finsOn(captured));
    if (moment === null || moment.answer === null) return null;
    const excerpt = excerptAround(captured, [moment.fin.n, moment.answer.n]);
    if (excerpt === null) return null;
    const fin = excerpt.at(moment.fin.n);
    const answer = excerpt.at(moment.answer.n);
    const [sender, receiver, carried] = [HOST[fin.from], HOST[answer.from], carriedBy(fin)];
    return inExcerpt(
      excerpt,
      ackDraft(excerpt.captured.trace, fin, answer, [ABSOLUTE_NUMBERS], {
        ko: `${sender.ko}가 보낸 것이 FIN(seq=${fin.seq}${carried.ko})까지 빠짐없이 ${receiver.ko}에 도착했고, ${receiver.ko}가 답합니다.`,
        en: `All that ${sender.en} has sent, its FIN (seq ${fin.seq}${carried.en}) included, has arrived, and ${receiver.en} answers.`,
      }),
    );
  },
};
