import { expect } from 'vitest';
import type { CapturedTrace } from '../../../src/captures/trace/captured-trace.ts';
import { typedValue, valueKey } from '../../../src/questions/answers.ts';
import { makeQuestionOn, posableSkills } from '../../../src/questions/captured/make-on.ts';
import { checkAnswer } from '../../../src/questions/diagnosis.ts';
import type { Question } from '../../../src/questions/question.ts';
import { questionJson } from '../../../src/questions/question-json.ts';
import { visibleSegments } from '../../../src/questions/visible-trace.ts';
import { plainLadder } from '../../../src/trace/plain.ts';
import { expectedOn, type Seen } from './independent.ts';

/** Every question that `seeds` seeds of every posable skill give on a captured conversation; each is checked. */
export function checkedQuestions(captured: CapturedTrace, whole: readonly Seen[], seeds: number): Question[] {
  return posableSkills(captured).flatMap((skill) =>
    Array.from({ length: seeds }, (_, seed) => makeQuestionOn(captured, skill, String(seed))).flatMap((question) => {
      if (question === null) return [];
      try {
        check(question, captured, whole);
      } catch (error) {
        const shown = plainLadder(question.trace, { width: 100, language: 'en', numbers: 'absolute', ascii: true });
        const told = `${captured.trace.scenario} ${question.name}\n${question.prompt.en}\n${shown}`;
        throw new Error(told, { cause: error });
      }
      return [question];
    }),
  );
}

/** Throws what is wrong with a question. Plain comparisons: tens of thousands of matchers would take most of the time. */
function check(question: Question, captured: CapturedTrace, whole: readonly Seen[]): void {
  const { fields, trace, view, prompt, explanation, hints, conventions } = question;
  const expected = expectedOn(question, whole);
  for (const field of fields) {
    const reckoned = expected[field.id];
    if (reckoned === undefined || valueKey(field.kind, field.answer) !== valueKey(field.kind, reckoned)) {
      expect({ [field.id]: field.answer }).toEqual({ [field.id]: reckoned });
    }
    const values = [field.answer, ...field.predictions.map(({ value }) => value)];
    must(
      new Set(values.map((value) => valueKey(field.kind, value))).size === values.length,
      'every value of a wrong rule is its own',
    );
    must(field.predictions.length > 0, 'something is predicted');
    const { place } = field;
    const hidden = view.hidden.some(({ segment, part }) => segment === place?.segment && part === place.part);
    must(place === null || hidden, 'what is asked is hidden');
  }
  const right = Object.fromEntries(fields.map((field) => [field.id, typedValue(field.answer)]));
  must(checkAnswer(question, right).correct, 'the answer is right');
  const [first] = fields;
  for (const { rule, value } of first?.predictions ?? []) {
    const verdict = checkAnswer(question, { ...right, [first!.id]: typedValue(value) });
    const told = verdict.fields.find(({ field }) => field === first!.id);
    must(told?.outcome === 'wrong' && told.rule === rule, `${rule} is diagnosed`);
  }
  for (const text of [prompt, ...hints, ...conventions, ...explanation.map((step) => step.text)]) {
    for (const said of [text.ko, text.en]) must(said.trim() !== '' && !UNSAID.test(said), said);
    must(!/[가-힣]/.test(text.en), text.en);
  }
  // An excerpt, whose places are on its own segments, all captured and none later than the answer needs.
  must(trace.segments.length <= 60, 'an excerpt is short');
  must(
    trace.segments.every(({ n }, index) => n === index + 1),
    'segments are numbered',
  );
  must(view.until <= trace.events.length, 'the view ends within the trace');
  const visible = new Set(visibleSegments(question).map(({ n }) => n));
  must(
    view.focus.every((n) => visible.has(n)),
    'what is set off is seen',
  );
  must(
    view.hidden.every(({ segment }) => trace.segments[segment - 1] !== undefined),
    'places are in the trace',
  );
  // Whether a number stays the same is asked beside that number.
  if (!/is an ACK without data|sends the same data again/.test(prompt.en) && !IN_SIGHT.has(question.skill)) {
    const shown = visibleSegments(question).flatMap(({ seq, ack, flags }) => [
      seq,
      flags?.includes('ACK') ? ack : null,
    ]);
    for (const { place, answer } of fields) {
      const seen = (place?.part === 'seq' || place?.part === 'ack') && shown.some((number) => number === answer);
      must(!seen, 'the answer is not in sight');
    }
  }
  const name = `@cap-${captured.digest}${captured.numbers === 'relative' ? 'r' : ''}-`;
  must(question.name.includes(name), 'the name tells the conversation');
  must(trace.scenario === captured.trace.scenario, 'the trace names the file');
  JSON.stringify(questionJson(question));
}

/** Skills that ask which of the numbers in sight a segment takes, with a simulation as with a capture. */
const IN_SIGHT: ReadonlySet<string> = new Set([
  'segment.reply',
  'reject.rst-fields',
  'close.both-close',
  'close.fin-overtakes',
  'handshake.both-open',
]);

const UNSAID = /undefined|NaN|null|\[object/;

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`not so: ${what}`);
}
