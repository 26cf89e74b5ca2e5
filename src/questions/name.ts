import type { Text } from '../language.ts';

/** A question's name, taken apart. */
export interface QuestionName {
  readonly skill: string;
  readonly seed: string;
}

/** The name was not usable; `text` says why in both languages, in one line. */
export class QuestionNameError extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.name = 'QuestionNameError';
    this.text = text;
  }
}

const SEED = /^[A-Za-z0-9._-]{1,64}$/;

/** Whether a text can be a question's seed: 1 to 64 letters, digits, dots, underscores and hyphens. */
export function isSeed(text: string): boolean {
  return SEED.test(text);
}

/** What the seed of a question on a captured conversation says: `cap-1a2b3c4d-7`, with relative numbers `cap-1a2b3c4dr-7`. */
export interface CapturedSeed {
  /** Of the conversation: see CapturedTrace. */
  readonly digest: string;
  readonly numbers: 'absolute' | 'relative';
  readonly seed: string;
}

const CAPTURED = /^cap-([0-9a-f]{8})(r?)-(.+)$/;
const RESERVED = /^cap-[0-9a-f]{8}/;

/** The most letters, digits and signs of the seed behind what the name of a captured question says before it. */
export const LONGEST_CAPTURED_SEED = 64 - 'cap-00000000r-'.length;

/** Whether a seed belongs to questions on captures, so that nobody may take it for anything else. */
export function isReservedSeed(seed: string): boolean {
  return RESERVED.test(seed);
}

/** Takes the seed of a captured question apart; null for any other seed. */
export function parseCapturedSeed(seed: string): CapturedSeed | null {
  const [, digest, relative, own] = CAPTURED.exec(seed) ?? [];
  if (digest === undefined || own === undefined) return null;
  return { digest, numbers: relative === 'r' ? 'relative' : 'absolute', seed: own };
}

/** The seed that stands in the name of a question on a captured conversation. */
export function capturedSeed({ digest, numbers, seed }: CapturedSeed): string {
  return `cap-${digest}${numbers === 'relative' ? 'r' : ''}-${seed}`;
}

/** `skill@seed`. Throws QuestionNameError when the seed holds anything else than letters, digits, '.', '_' and '-'. */
export function questionName(skill: string, seed: string): string {
  if (!isSeed(seed)) throw new QuestionNameError(badSeed(seed));
  return `${skill}@${seed}`;
}

/** Takes `skill@seed` apart. Throws QuestionNameError; whether the skill exists is not checked here. */
export function parseQuestionName(name: string): QuestionName {
  const at = name.indexOf('@');
  if (at <= 0) {
    throw new QuestionNameError({
      ko: `문제 이름은 skill@seed 꼴입니다. 예: ack.in-order@7 (받은 이름: ${printable(name)})`,
      en: `A question is named skill@seed, such as ack.in-order@7; got ${printable(name)}`,
    });
  }
  const seed = name.slice(at + 1);
  if (!isSeed(seed)) throw new QuestionNameError(badSeed(seed));
  return { skill: name.slice(0, at), seed };
}

/** Why the name of a question on a capture does not do without the capture. */
export function needsCapture(name: string): Text {
  return {
    ko: `${printable(name)}은 캡처에서 만든 문제라 그 캡처가 있어야 합니다. seqack questions --capture FILE ${name}`,
    en: `${printable(name)} belongs to a capture and takes that file to be asked again: seqack questions --capture FILE ${name}`,
  };
}

function badSeed(seed: string): Text {
  return {
    ko: `시드는 영문자, 숫자, '.', '_', '-'로 1~64자입니다. (받은 시드: ${printable(seed)})`,
    en: `A seed is 1 to 64 letters, digits, '.', '_' or '-'; got ${printable(seed)}`,
  };
}

/** Quoted, without control characters, cut short: safe to put on a terminal. */
export function printable(text: string): string {
  const clean = text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '?');
  return JSON.stringify(clean.length > 60 ? `${clean.slice(0, 60)}…` : clean);
}
