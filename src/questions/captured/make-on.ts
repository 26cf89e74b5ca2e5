import type { CapturedTrace } from '../../captures/trace/captured-trace.ts';
import type { Text } from '../../language.ts';
import { skills } from '../catalogue.ts';
import { ABSOLUTE_NUMBERS } from '../conventions.ts';
import { firstFit, MOST_DRAWS } from '../make.ts';
import { capturedSeed, questionName } from '../name.ts';
import type { Question } from '../question.ts';
import type { QuestionDraft, Skill } from '../skill.ts';

/** Draws after which a skill is held to have nothing to ask of a conversation. */
const TRIAL_DRAWS = 24;

/** The skills that have something to ask of a captured conversation, in the order of the catalogue. */
export function posableSkills(captured: CapturedTrace): readonly Skill[] {
  return skills.filter((skill) => isPosable(captured, skill));
}

/** Whether a skill has something to ask of a captured conversation. */
export function isPosable(captured: CapturedTrace, skill: Skill): boolean {
  const { poseOn } = skill;
  if (poseOn === undefined) return false;
  return firstFit(`${skill.id}/posable`, TRIAL_DRAWS, (random) => poseOn(captured, random)) !== null;
}

/**
 * The question of a skill and a seed (see isSeed; LONGEST_CAPTURED_SEED at most) on a captured conversation; null where the
 * skill finds nothing to ask there. The same capture, skill and seed give the same question; its name tells which
 * conversation it belongs to, and whether with relative numbers. Throws QuestionNameError for what is no seed.
 */
export function makeQuestionOn(captured: CapturedTrace, skill: Skill, seed: string): Question | null {
  const { poseOn } = skill;
  if (poseOn === undefined) return null;
  const { digest, numbers } = captured;
  const whole = capturedSeed({ digest, numbers, seed });
  const name = questionName(skill.id, whole);
  const draft = firstFit(name, MOST_DRAWS, (random) => poseOn(captured, random));
  if (draft === null) return null;
  return { version: 1, name, skill: skill.id, seed: whole, ...draft, conventions: conventionsOf(draft, captured) };
}

const RELATIVE_NUMBERS: Text = {
  ko: '번호는 상대 번호입니다. 방향마다 ISN을 0으로, SYN이 캡처에 없으면 처음 보인 번호를 1로 셉니다.',
  en: 'Numbers are relative: each direction counts from its ISN as 0 or, where its SYN is not in the capture, from its first number seen as 1.',
};

const CLIENT_BY_PORT: Text = {
  ko: '어느 쪽이 연결을 시작했는지 보이지 않으므로 포트 번호가 큰 쪽을 클라이언트라고 합니다.',
  en: 'Who opened the connection is not seen: the end with the higher port is called the client.',
};

/**
 * Skills speak of absolute numbers, and know who opened the connection; what is said of that here holds for the trace that
 * is asked about.
 */
function conventionsOf({ conventions }: QuestionDraft, { numbers, clientIsGuess }: CapturedTrace): readonly Text[] {
  const said = conventions.map((one) => (one === ABSOLUTE_NUMBERS && numbers === 'relative' ? RELATIVE_NUMBERS : one));
  return clientIsGuess ? [...said, CLIENT_BY_PORT] : said;
}
