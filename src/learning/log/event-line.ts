import type { CountedEvent } from '../account/accounting.ts';
import type { FoldedEvent } from '../account/state.ts';
import { type LineFault, parseEvent } from '../events/event-schema.ts';

/** A JSON string of printable ASCII without escapes: what all strings of a line the program wrote look like. */
const TEXT = '"([\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]*)"';
const PAIR = '"[\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]*":"[\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]*"';
const NUMBER = '(\\d{1,15}(?:\\.\\d{1,20})?)';
const ID = '"id":"([\\w-]{1,64})"';

/**
 * An answer as this program writes it, key by key. It is most of what a log holds, and JSON.parse with all checks takes
 * six times as long: the difference between two seconds and ten for a million answers.
 */
const ANSWER = new RegExp(
  `^\\{"v":1,${ID},"at":${NUMBER},"kind":"answer","question":"([\\x20\\x21\\x23-\\x3f\\x41-\\x5b\\x5d-\\x7e]+@[\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]*)",` +
    `"correct":(true|false),"given":(\\{(?:${PAIR}(?:,${PAIR})*)?\\}),"rules":(\\[(?:${TEXT}(?:,${TEXT})*)?\\]),` +
    `"hinted":(true|false),"tookMs":${NUMBER},"where":"(practice|review|quiz)","grade":(null|[1-4])\\}$`,
);

const GRADES = { null: null, '1': 1, '2': 2, '3': 3, '4': 4 } as const;

function isGrade(text: string): text is keyof typeof GRADES {
  return Object.hasOwn(GRADES, text);
}

function isWhere(text: string): text is 'practice' | 'review' | 'quiz' {
  return text === 'practice' || text === 'review' || text === 'quiz';
}

/** Names no field has, which the checks of the long way leave out. */
const SPECIAL = /"(?:__proto__|prototype|constructor)"/;

const NO_RULES: readonly string[] = [];

/** The answer a line stands for when it is written as this program writes one; null when it may be anything else. */
function readAnswer(line: string): Extract<CountedEvent, { readonly kind: 'answer' }> | null {
  const found = ANSWER.exec(line);
  if (found === null) return null;
  const [
    ,
    id = '',
    at = '',
    question = '',
    correct,
    given = '{}',
    rules = '[]',
    ,
    ,
    hinted,
    tookMs = '',
    where = '',
    grade = '',
  ] = found;
  if (!isGrade(grade) || !isWhere(where) || SPECIAL.test(given)) return null;
  const answer = {
    v: 1,
    id,
    at: Number(at),
    kind: 'answer',
    question,
    correct: correct === 'true',
    rules: rules === '[]' ? NO_RULES : (JSON.parse(rules) as string[]),
    hinted: hinted === 'true',
    tookMs: Number(tookMs),
    where,
    grade: GRADES[grade],
  } as const;
  return where === 'quiz' ? { ...answer, given: JSON.parse(given) as Record<string, string> } : answer;
}

/** The event a line of the log (its bytes from `start` to `end`) stands for, or why it is none. Never throws. */
export function readEventLine(bytes: Buffer, start: number, end: number): FoldedEvent | LineFault {
  // One character a byte: what is not ASCII matches nothing and is read the long way.
  const answer = readAnswer(bytes.toString('latin1', start, end));
  if (answer !== null) return answer;
  const event = parseEvent(bytes.toString('utf8', start, end));
  if (typeof event === 'string' || event.kind !== 'answer' || event.where === 'quiz') return event;
  const { given: _, ...counted } = event;
  return counted;
}
