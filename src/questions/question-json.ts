import type { FieldValue } from './answers.ts';
import { skillById } from './catalogue.ts';
import type { Misconception } from './misconceptions/misconception.ts';
import { type MisconceptionId, misconception } from './misconceptions.ts';
import type { Field, Measure, Option, Place, Question } from './question.ts';
import { type VisibleSegment, visibleEvents, visibleSegments } from './visible-trace.ts';

/** One wrong rule with the value it predicts here. */
interface WrongRuleJson extends Misconception {
  readonly field: string;
  readonly rule: MisconceptionId;
  readonly value: FieldValue;
}

interface FieldJson {
  readonly id: string;
  readonly kind: Field['kind'];
  /** What a number is (see Measure); null for the other kinds. */
  readonly measure: Measure | null;
  readonly label: Field['label'];
  readonly place: Place | null;
  /** The options of a choice, the items of an order; empty for the other kinds. */
  readonly options: readonly Option[];
}

/** A segment as `simulate --json` has it, with the parts that are not shown before the answer: null here, named in `hidden`. */
type SegmentJson = Omit<VisibleSegment, 'connection'> & { readonly hidden: readonly Place['part'][] };

/** `questions --json`, version 1: everything a course site or a test needs, nothing the learner may not see in `trace`. */
export interface QuestionJson {
  readonly version: 1;
  readonly name: string;
  readonly skill: string;
  readonly seed: string;
  readonly level: string;
  readonly type: number;
  readonly title: Question['prompt'];
  readonly prompt: Question['prompt'];
  readonly conventions: Question['conventions'];
  readonly trace: {
    readonly scenario: string;
    readonly profile: string;
    readonly hosts: Question['trace']['hosts'];
    readonly segments: readonly SegmentJson[];
    readonly states: readonly {
      readonly ms: number;
      readonly host: string;
      readonly from: string | null;
      readonly to: string;
    }[];
    readonly calls: readonly { readonly ms: number; readonly host: string; readonly call: object }[];
  };
  readonly focus: readonly number[];
  readonly hiddenStates: Question['view']['hiddenStates'];
  readonly fields: readonly FieldJson[];
  readonly answer: Readonly<Record<string, FieldValue>>;
  readonly figures: Question['figures'];
  /** The first of `hints`. */
  readonly hint: Question['hints'][0];
  readonly hints: Question['hints'];
  readonly explanation: Question['explanation'];
  readonly wrongRules: readonly WrongRuleJson[];
}

/** The public form of a question of a known skill. */
export function questionJson(question: Question): QuestionJson {
  const skill = skillById(question.skill);
  if (skill === null) throw new RangeError(`no skill ${question.skill}`);
  const events = visibleEvents(question);
  return {
    version: 1,
    name: question.name,
    skill: question.skill,
    seed: question.seed,
    level: skill.level,
    type: skill.type,
    title: skill.title,
    prompt: question.prompt,
    conventions: question.conventions,
    trace: {
      scenario: question.trace.scenario,
      profile: question.trace.profile,
      hosts: question.trace.hosts,
      segments: visibleSegments(question).map((segment) => segmentJson(segment, question)),
      states: events.flatMap((e) => (e.kind === 'state' ? [{ ms: e.ms, host: e.host, from: e.from, to: e.to }] : [])),
      calls: events.flatMap((e) => (e.kind === 'call' ? [{ ms: e.ms, host: e.host, call: e.call }] : [])),
    },
    focus: question.view.focus,
    hiddenStates: question.view.hiddenStates,
    fields: question.fields.map(fieldJson),
    answer: Object.fromEntries(question.fields.map((field) => [field.id, field.answer])),
    figures: question.figures,
    hint: question.hints[0],
    hints: question.hints,
    explanation: question.explanation,
    wrongRules: question.fields.flatMap((field) =>
      field.predictions.map(({ rule, value }) => ({ field: field.id, rule, value, ...misconception(rule) })),
    ),
  };
}

function segmentJson({ connection: _, ...segment }: VisibleSegment, { trace, view }: Question): SegmentJson {
  const hidden = view.hidden.filter((place) => place.segment === segment.n).map(({ part }) => part);
  const acknowledges = trace.segments[segment.n - 1]?.flags.includes('ACK') === true;
  return { ...segment, ack: acknowledges ? segment.ack : null, hidden };
}

function fieldJson(field: Field): FieldJson {
  const { id, kind, label, place } = field;
  const options = field.kind === 'choice' ? field.options : field.kind === 'order' ? field.items : [];
  const measure = field.kind === 'number' || field.kind === 'numbers' ? field.measure : null;
  return { id, kind, measure, label, place, options };
}
