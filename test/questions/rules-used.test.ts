import { expect, test } from 'vitest';
import { skills } from '../../src/questions/catalogue.ts';
import { makeQuestion } from '../../src/questions/make.ts';
import { MISCONCEPTION_IDS, misconception } from '../../src/questions/misconceptions.ts';

test('no two skills are of the same type or have the same id, and each builds on skills there are', () => {
  const types = skills.map(({ type }) => type);
  expect(new Set(types).size).toBe(types.length);
  const ids = new Set(skills.map(({ id }) => id));
  expect(ids.size).toBe(skills.length);
  for (const { id, after } of skills) for (const before of after) expect(ids, id).toContain(before);
});

/** The rules that the questions of one skill have predicted so far; more are made only when one is missed. */
class Predicted {
  readonly #rules = new Set<string>();
  readonly #skill: string;
  #made = 0;

  constructor(skill: string) {
    this.#skill = skill;
  }

  has(rule: string): boolean {
    while (!this.#rules.has(rule) && this.#made < SEEDS) this.#make();
    return this.#rules.has(rule);
  }

  #make(): void {
    for (const field of makeQuestion(`${this.#skill}@rules-${this.#made++}`).fields)
      for (const { rule } of field.predictions) this.#rules.add(rule);
  }
}

const SEEDS = 250;
const predicted = new Map(skills.map(({ id }) => [id, new Predicted(id)]));

test('each rule is drilled by skills that do predict it: so none is there for nothing', () => {
  for (const rule of MISCONCEPTION_IDS) {
    for (const skill of misconception(rule).drill)
      expect(predicted.get(skill)!.has(rule), `${rule} by ${skill}`).toBe(true);
  }
});
