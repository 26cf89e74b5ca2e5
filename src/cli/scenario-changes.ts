import * as v from 'valibot';
import { nearestWord } from '../documents/nearest.ts';
import { type Expecting, unpack } from '../documents/schema.ts';
import { CONVENTION_KEYS, CONVENTION_NAMES, conventionNamed, writtenConvention } from '../simulator/convention-keys.ts';
import { conventionsFor } from '../simulator/resolve.ts';
import type { Scenario } from '../simulator/scenario.ts';
import { contradiction } from '../simulator/scenario-file/conventions.ts';
import type { Conventions } from '../tcp/conventions.ts';
import { usage } from './failure.ts';
import { errors, forms } from './text/errors.ts';
import { readProbability, readWord } from './values.ts';

/** What the command line changes of a scenario. */
export interface ScenarioChanges {
  readonly profile?: string;
  readonly set?: readonly string[];
  readonly loss?: string;
}

/**
 * The scenario with what was typed in the place of its own, and the changes beside the profile in words that can be
 * typed again. Throws a usage Failure for what cannot be.
 */
export function changedScenario(
  scenario: Scenario,
  { profile, set = [], loss }: ScenarioChanges,
): { readonly scenario: Scenario; readonly changes: readonly string[] } {
  const conventions = Object.assign({}, ...set.map(readConvention)) as Partial<Conventions>;
  const overridden = <Part extends { readonly conventions: Partial<Conventions> }>(part: Part): Part => ({
    ...part,
    conventions: { ...part.conventions, ...conventions },
  });
  const lossRate = loss === undefined ? null : readProbability('--loss', loss);
  const changed: Scenario = {
    ...overridden(scenario),
    profile: profile === undefined ? scenario.profile : readWord('--profile', profile, ['rfc', 'linux', 'textbook']),
    client: overridden(scenario.client),
    server: overridden(scenario.server),
    network: lossRate === null ? scenario.network : { ...scenario.network, loss: lossRate },
  };
  for (const end of [changed.client, changed.server]) {
    const problem = contradiction(conventionsFor(changed, end));
    if (problem !== null) throw usage(problem);
  }
  const changes = (Object.keys(conventions) as (keyof Conventions)[]).map(
    (field) => `${CONVENTION_KEYS[field].name}=${writtenConvention(field, conventions as Conventions)}`,
  );
  return { scenario: changed, changes: lossRate === null ? changes : [...changes, `loss=${lossRate}`] };
}

/** Reads NAME=VALUE as a scenario file would hold it. */
function readConvention(typed: string): Partial<Conventions> {
  const equals = typed.indexOf('=');
  if (equals < 1) throw usage(errors.badForm('--set', typed, forms.convention));
  const name = typed.slice(0, equals);
  const field = conventionNamed(name);
  if (field === null) throw usage(errors.unknownConvention(name, nearestWord(name, CONVENTION_NAMES)));
  const text = typed.slice(equals + 1);
  const value: Expecting<unknown> = CONVENTION_KEYS[field].value;
  const read = v.safeParse(value, fromText(text));
  if (read.success) return { [field]: read.output };
  const wants = unpack(read.issues[0].message);
  throw usage(errors.badForm(`--set ${name}`, text, { en: wants.en.replace(/\.$/, ''), ko: wants.ko }));
}

/** A value as YAML would read it. */
function fromText(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^\d{1,15}$/.test(text) ? Number(text) : text;
}
