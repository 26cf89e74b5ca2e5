import * as v from 'valibot';
import { type Expecting, mayBeAbsent, optional, parsed, REFUSED, strictMap } from '../../documents/schema.ts';
import { conventions, misplacedConvention } from './conventions.ts';
import { client, network, profile, server } from './endpoints.ts';
import { actions, faults, forgeries } from './entries.ts';
import { moves } from './moves.ts';
import { bilingual, LONGEST_MS, LONGEST_RUN_MS, whole } from './values.ts';

/* A scenario file key by key (docs/scenarios.md). */

const LONGEST_NAME = 64;

const name: Expecting<string> = parsed(
  {
    en: `lower case letters, digits and hyphens, at most ${LONGEST_NAME}.`,
    ko: `영어 소문자, 숫자, 하이픈으로 ${LONGEST_NAME}자 이하로 쓰세요.`,
  },
  (input) =>
    typeof input === 'string' && input.length <= LONGEST_NAME && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(input)
      ? input
      : REFUSED,
);

/** Whether a scenario may have this name. */
export function isScenarioName(text: string): boolean {
  return v.is(name, text);
}

const msl: Expecting<number | null> = parsed(
  { en: 'a whole number of ms from 1 to 3,600,000.', ko: '1~3,600,000 사이의 정수(ms)를 쓰세요.' },
  (input) =>
    input === null || (typeof input === 'number' && Number.isInteger(input) && input >= 1 && input <= LONGEST_MS)
      ? input
      : REFUSED,
);

export const scenarioSchema = strictMap(
  {
    name: mayBeAbsent(name),
    title: bilingual(100),
    about: mayBeAbsent(bilingual(600)),
    profile: optional(profile, 'rfc'),
    conventions: optional(conventions, {}),
    client: optional(client, {}),
    server: optional(server, {}),
    network: optional(network, {}),
    actions,
    faults: optional(faults, []),
    forge: optional(forgeries, []),
    moves: optional(moves, []),
    msl: mayBeAbsent(msl),
    limit: optional(whole(1, LONGEST_RUN_MS), 600_000),
  },
  {
    en: 'a map with at least title and actions.',
    ko: '적어도 title과 actions를 담은 맵을 쓰세요.',
  },
  { misplaced: misplacedConvention },
);

/** A scenario file as its keys say it. */
export type GivenScenario = v.InferOutput<typeof scenarioSchema>;
