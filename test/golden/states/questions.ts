import { makeQuestion } from '../../../src/questions/make.ts';
import type { Route } from '../../../src/ui/route.ts';
import { rightKeys } from '../../ui/question/right-keys.ts';
import type { GoldenState, GoldenStates } from '../golden-state.ts';

const practice = (...names: readonly string[]): Route => ({ screen: 'practice', names });

/** A question of each kind of answer as it is asked, and as it is judged. */
const KINDS = {
  number: 'ack.in-order@1',
  numbers: 'ack.delayed@1',
  ranges: 'sack.blocks@1',
  flags: 'handshake.flags@1',
  state: 'state.next@1',
  choice: 'window.acceptable@1',
  order: 'handshake.order@1',
  header: 'header.decode@1',
  fields: 'close.four-segments@1',
  variables: 'recovery.fast-recovery@1',
} as const;

/** Of these the verdict is like that of the others, and takes many keys. */
const LONG: ReadonlySet<string> = new Set(['header', 'fields', 'variables']);

const JUDGED = { ko: '다음', en: 'next' };
const TITLE = { ko: '연습', en: 'Practi' };

/** Pasted where it is a number: a paste is drawn once, keys one by one. */
function atOnce(keys: string): string {
  return /^[\d .-]{5,}$/.test(keys) ? `\u001B[200~${keys}\u001B[201~` : keys;
}

function asked([kind, name]: readonly [string, string]): GoldenState {
  return { name: `question-${kind}`, route: practice(name), says: TITLE };
}

function answeredRight([kind, name]: readonly [string, string]): GoldenState {
  const keys = makeQuestion(name).fields.map((field) => `${atOnce(rightKeys(field))}\r`);
  return { name: `question-${kind}-right`, route: practice(name), keys, says: JUDGED };
}

const GAP = 'ack.above-gap@1';
const wrong = [`${atOnce(String(predicted(GAP)))}\r`];

/** What one who follows a wrong rule enters into the only field of a question. */
function predicted(name: string): number {
  const [field] = makeQuestion(name).fields;
  const prediction = field?.kind === 'number' ? field.predictions[0] : undefined;
  if (prediction === undefined) throw new Error(`no wrong rule predicts a number at ${name}`);
  return prediction.value;
}

const kinds = Object.entries(KINDS);

export const practiceStates: GoldenStates = [
  { name: 'practice-mix', route: { screen: 'practice', names: null }, says: TITLE },
  ...kinds.map(asked),
  ...kinds.filter(([kind]) => !LONG.has(kind)).map(answeredRight),
  { name: 'question-entered', route: practice('handshake.flags@1'), keys: [' ', '\u001B[C', ' '], says: TITLE },
  { name: 'question-hint', route: practice(GAP), keys: ['h'], says: TITLE },
  { name: 'question-wrong', route: practice(GAP), keys: wrong, says: JUDGED },
  { name: 'question-no-number', route: practice(GAP), keys: ['12\r'], says: JUDGED },
  {
    name: 'question-explanation',
    route: practice(GAP),
    keys: [...wrong, 'e'],
    says: { ko: '풀이', en: 'RFC' },
  },
  { name: 'practice-done', route: practice(GAP), keys: [...wrong, '\r'], says: TITLE },
  {
    name: 'help-question',
    route: practice('handshake.order@1'),
    keys: ['?'],
    says: { ko: '순서 정하기', en: 'Answering with an order' },
    hasNoHelpKey: true,
  },
];

const quiz = (feedback: 'end' | 'each', seed: string): Route => ({
  screen: 'quiz',
  rules: { count: 3, limitMs: 300_000, seed, feedback },
});
/** Ctrl+N passes a question over, whatever its field takes. */
const SKIP = '\u000e';

export const quizSetup: GoldenStates = [
  { name: 'quiz-setup', route: { screen: 'quiz-setup' }, says: { ko: '시험', en: 'quiz' } },
];

export const quizStates: GoldenStates = [
  { name: 'quiz', route: quiz('end', 'golden'), says: { ko: '시험', en: 'uiz' } },
  { name: 'quiz-leave', route: quiz('end', 'golden'), keys: ['\u001B'], says: { ko: '그만', en: 'End the quiz' } },
  { name: 'quiz-result', route: quiz('end', 'golden'), keys: [SKIP, SKIP, SKIP], says: { ko: '시험', en: 'uiz' } },
  { name: 'quiz-ended', route: quiz('each', 'golden'), keys: ['\u001B', '\r'], says: { ko: '시험', en: 'uiz' } },
];
