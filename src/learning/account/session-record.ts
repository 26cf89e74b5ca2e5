import type { AnswerEvent, QuizEvent, SessionEvent } from '../events/event.ts';
import type { SessionAnswer, SessionRecord, Sessions } from './account.ts';

/** More answers than the longest session has questions are not kept. */
const MOST_ANSWERS = 1000;

/** The sessions after one has begun, gone on or ended. A new one takes the place of the one of its kind before it. */
export function sessionsAfter(sessions: Sessions, event: SessionEvent): Sessions {
  if (event.what === 'started') {
    const { plan } = event;
    const record: SessionRecord = {
      started: event,
      added: [],
      toChoose: plan.of === 'practice' ? plan.toChoose : 0,
      answered: [],
      usedMs: 0,
      lastAt: event.at,
      ended: false,
    };
    return { ...sessions, [plan.of]: record };
  }
  const record = [sessions.practice, sessions.quiz].find((one) => one?.started.session === event.session);
  if (record === undefined || record === null) return sessions;
  return { ...sessions, [record.started.plan.of]: { ...changed(record, event), lastAt: event.at } };
}

function changed(record: SessionRecord, event: Exclude<SessionEvent, { readonly what: 'started' }>): SessionRecord {
  switch (event.what) {
    case 'added':
      // With more to ask, a practice that was over goes on.
      return { ...withNext(record, event.questions), toChoose: event.toChoose, ended: false };
    case 'paused':
      return { ...record, usedMs: Math.max(record.usedMs, event.usedMs) };
    case 'ended':
      return { ...record, ended: true };
  }
}

/** The same with more questions right after the last one answered: they are asked before what else is left. */
function withNext(record: SessionRecord, questions: readonly string[]): SessionRecord {
  const { started, added } = record;
  const { plan } = started;
  const at = answeredUpTo(record);
  const planned = plan.questions.length;
  if (at >= planned) {
    const here = at - planned;
    return { ...record, added: [...added.slice(0, here), ...questions, ...added.slice(here)] };
  }
  return {
    ...record,
    started: { ...started, plan: { ...plan, questions: plan.questions.slice(0, at) } },
    added: [...questions, ...plan.questions.slice(at), ...added],
  };
}

/** Where the questions of a session go on after the last one answered: its index among them, plus 1. */
function answeredUpTo(record: SessionRecord): number {
  return answeredAmong(questionsOf(record), record.answered).lastIndexOf(true) + 1;
}

/** Which of the questions are answered: of one asked several times, the first ones. */
export function answeredAmong(
  questions: readonly string[],
  answered: readonly { readonly question: string }[],
): readonly boolean[] {
  const left = new Map<string, number>();
  for (const { question } of answered) left.set(question, (left.get(question) ?? 0) + 1);
  return questions.map((question) => {
    const times = left.get(question) ?? 0;
    left.set(question, times - 1);
    return times > 0;
  });
}

/** All questions of a session that are known by name, in order. */
export function questionsOf({ started, added }: SessionRecord): readonly string[] {
  return added.length === 0 ? started.plan.questions : [...started.plan.questions, ...added];
}

type CountedAnswer = Pick<AnswerEvent, 'at' | 'question' | 'correct' | 'hinted' | 'grade' | 'tookMs' | 'rules'> & {
  readonly given?: AnswerEvent['given'];
};

/**
 * The sessions after an answer in a practice or a quiz. What another program asks meanwhile is of no session here; and
 * where two programs go on with the same one, a question asked by both counts once.
 */
export function withAnswer(sessions: Sessions, where: 'practice' | 'quiz', answer: CountedAnswer): Sessions {
  const record = sessions[where];
  if (record === null || record.ended || record.answered.length >= MOST_ANSWERS) return sessions;
  const { at, question, correct, hinted, grade, tookMs, rules, given = {} } = answer;
  const isIt = (name: string): boolean => name === question;
  const planned = questionsOf(record).filter(isIt).length;
  if (record.answered.filter((one) => isIt(one.question)).length >= planned) return sessions;
  const kept: SessionAnswer = {
    question,
    correct,
    hinted,
    grade,
    tookMs,
    rules,
    given: where === 'quiz' ? given : {},
  };
  const usedMs = where === 'quiz' ? record.usedMs + tookMs : 0;
  return { ...sessions, [where]: { ...record, answered: [...record.answered, kept], usedMs, lastAt: at } };
}

/** The sessions after a quiz has been finished: the one of its seed is over. */
export function withQuiz(sessions: Sessions, { seed, at }: QuizEvent): Sessions {
  const { quiz } = sessions;
  const isIt = quiz?.started.plan.of === 'quiz' && quiz.started.plan.seed === seed;
  return isIt ? { ...sessions, quiz: { ...quiz, lastAt: at, ended: true } } : sessions;
}
