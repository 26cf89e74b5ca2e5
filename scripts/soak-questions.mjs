/**
 * npm run soak:questions -- [--per-skill N] [--seed TEXT] [--skill ID ...]: makes N questions of each skill and holds
 * every answer against one reckoned from the segments alone (test/questions/expected/), and every value that a wrong rule
 * predicts against its diagnosis. Prints counts for each skill and what broke; exit code 1 if anything did.
 */
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { importTypeScript } from './import-typescript.mjs';

const { values } = parseArgs({
  options: { 'per-skill': { type: 'string' }, seed: { type: 'string' }, skill: { type: 'string', multiple: true } },
});
const perSkill = Number(values['per-skill'] ?? 1000);
const prefix = values.seed ?? 'soak';

const { skills, makeQuestion, checkAnswer, typedValue, EXPECTED } = await importTypeScript(`
  export { skills } from './src/questions/catalogue.ts';
  export { makeQuestion } from './src/questions/make.ts';
  export { checkAnswer } from './src/questions/diagnosis.ts';
  export { typedValue } from './src/questions/answers.ts';
  export { EXPECTED } from './test/questions/expected/all.ts';
`);
const chosen = values.skill ?? skills.map(({ id }) => id);
const unknown = chosen.find((id) => EXPECTED[id] === undefined);
if (!(Number.isSafeInteger(perSkill) && perSkill > 0) || !/^[a-z0-9]{1,20}$/.test(prefix) || unknown !== undefined) {
  if (unknown !== undefined) console.error(`No such skill: ${unknown}`);
  console.error('Usage: npm run soak:questions -- [--per-skill N] [--seed TEXT] [--skill ID ...]');
  process.exit(2);
}

/** Of how many questions no two may be alike. */
const DIFFERENT = 1000;

/** All that a learner sees of a question but its name. */
const sight = ({ prompt, figures, fields, trace, view }) =>
  JSON.stringify([
    prompt.en,
    figures,
    fields.map(({ label, options, items }) => [label.en, options, items]),
    trace.segments,
    view,
  ]);

/** The fields whose answer is another than the one reckoned. */
function disagreements(question) {
  const expected = EXPECTED[question.skill].expected(question);
  const ids = new Set([...Object.keys(expected), ...question.fields.map(({ id }) => id)]);
  return [...ids].filter(
    (id) => !isDeepStrictEqual(question.fields.find((field) => field.id === id)?.answer, expected[id]),
  );
}

/** How the values that wrong rules predict were diagnosed. */
function diagnoses(question) {
  const outcome = { exact: 0, other: 0, none: 0 };
  for (const [at, field] of question.fields.entries()) {
    for (const { rule, value } of field.predictions) {
      const verdict = checkAnswer(question, { [field.id]: typedValue(value) }).fields[at];
      if (verdict.outcome !== 'wrong' || verdict.rule === null) outcome.none++;
      else if (verdict.rule === rule) outcome.exact++;
      else outcome.other++;
    }
  }
  return outcome;
}

function soak(id) {
  const counts = { wrong: 0, exact: 0, other: 0, none: 0, alike: 0, slowest: 0, making: 0 };
  const seen = new Set();
  for (let at = 0; at < perSkill; at++) {
    const name = `${id}@${prefix}${at}`;
    const started = performance.now();
    const question = makeQuestion(name);
    const took = performance.now() - started;
    counts.making += took;
    counts.slowest = Math.max(counts.slowest, took);
    const wrong = disagreements(question);
    if (wrong.length > 0) {
      counts.wrong++;
      if (counts.wrong <= 5) console.log(`${name}: another answer is reckoned for ${wrong.join(', ')}`);
    }
    const { exact, other, none } = diagnoses(question);
    counts.exact += exact;
    counts.other += other;
    counts.none += none;
    if (at < DIFFERENT) seen.add(sight(question));
  }
  counts.alike = Math.min(perSkill, DIFFERENT) - seen.size;
  return counts;
}

const table = [
  ['skill', 'questions', 'disagree', 'wrong values', 'diagnosed', 'as another', 'alike', 'a second', 'slowest'],
];
const total = { wrong: 0, exact: 0, other: 0, none: 0, alike: 0, making: 0 };
for (const id of chosen) {
  const counts = soak(id);
  for (const key of Object.keys(total)) total[key] += counts[key];
  table.push(row(id, perSkill, counts, `${counts.slowest.toFixed(1)} ms`));
}
table.push(row('all', perSkill * chosen.length, total, ''));
const widths = table[0].map((_, column) => Math.max(...table.map((cells) => cells[column].length)));
for (const cells of table) {
  console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join('  '));
}
process.exitCode = total.wrong + total.other + total.alike > 0 ? 1 : 0;

function row(name, questions, { wrong, exact, other, none, alike, making }, slowest) {
  const values = exact + other + none;
  const count = (n) => n.toLocaleString('en-US');
  const share = values === 0 ? '' : `${((100 * exact) / values).toFixed(2)}%`;
  const rate = count(Math.round((1000 * questions) / making));
  return [name, count(questions), count(wrong), count(values), share, count(other), count(alike), rate, slowest];
}
