import { describe, expect, test } from 'vitest';
import { CaptureSurvey } from '../../../src/captures/survey/capture-survey.ts';
import { ConversationSegments } from '../../../src/captures/survey/conversation-segments.ts';
import type { CapturedTrace } from '../../../src/captures/trace/captured-trace.ts';
import { capturedTrace } from '../../../src/captures/trace/conversation-trace.ts';
import { skills } from '../../../src/questions/catalogue.ts';
import { MISCONCEPTION_IDS, misconception } from '../../../src/questions/misconceptions.ts';
import { drillOn, questionsOn } from '../../../src/ui/screens/capture-practice-plan.ts';
import { recorded } from './files.ts';

/** The first conversation of a recorded capture. */
function conversationOf(name: string): CapturedTrace {
  const wanted = new ConversationSegments({ conversation: 1, from: 1, count: 20_000 });
  const survey = new CaptureSurvey({ at: null, onSegment: (placed) => wanted.add(placed) });
  survey.push({ bytes: recorded(name), compressed: false, damage: null });
  survey.end();
  const [summary] = survey.conversations();
  if (summary === undefined) throw new Error('no conversation');
  return capturedTrace(wanted.segments, summary, { file: name, numbers: 'absolute', epochMs: 0 });
}

function seeds(): () => string {
  let count = 0;
  return () => `t${++count}`;
}

describe('a practice on a captured conversation', () => {
  const captured = conversationOf('half_close.pcap');

  test('asks as many questions as it should, no skill twice running, none of them twice', () => {
    const questions = questionsOn(captured, 10, seeds());
    expect(questions).toHaveLength(10);
    questions.forEach((question, at) => {
      expect(question.skill).not.toBe(questions[at - 1]?.skill);
      expect(question.name).toMatch(/@cap-[0-9a-f]{8}/);
    });
    const asked = questions.map(({ prompt, fields }) => prompt.en + JSON.stringify(fields.map(({ answer }) => answer)));
    expect(new Set(asked).size).toBe(10);
  });

  test('goes on with what was not asked yet, and ends where nothing new is left', () => {
    const newSeed = seeds();
    const first = questionsOn(captured, 10, newSeed);
    const second = questionsOn(captured, 10, newSeed, first);
    const essence = ({ skill, prompt, fields }: (typeof first)[number]) =>
      JSON.stringify([skill, prompt.en, fields.map(({ answer }) => answer)]);
    const known = new Set(first.map(essence));
    expect(second.map(essence).filter((one) => known.has(one))).toEqual([]);
    expect(questionsOn(captured, 10_000, newSeed).length).toBeLessThan(1000);
  });

  test('does not ask again what only shows its options in another order', () => {
    const told = questionsOn(captured, 10_000, seeds()).flatMap(({ skill, prompt, fields }) =>
      fields.flatMap((field) =>
        field.kind === 'order'
          ? [
              JSON.stringify([
                skill,
                prompt.en,
                field.answer.map((id) => field.items.find((one) => one.id === id)!.text.en),
              ]),
            ]
          : [],
      ),
    );
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told).size).toBe(told.length);
  });

  test('drills a skill on the same conversation, with what was not asked yet', () => {
    const newSeed = seeds();
    const [skill] = skills.filter(({ id }) => id === 'seq.next');
    if (skill === undefined) throw new Error('no such skill');
    const known = drillOn(captured, { skills: [skill], rule: null, count: 1 }, newSeed, []);
    const more = drillOn(captured, { skills: [skill], rule: null, count: 2 }, newSeed, known);
    expect(more.map((question) => question.skill)).toEqual(['seq.next', 'seq.next']);
    expect(new Set([...known, ...more].map(({ prompt, fields }) => JSON.stringify([prompt, fields]))).size).toBe(3);
    for (const { name } of more) expect(name).toContain(`@cap-${captured.digest}-`);
    expect(drillOn(captured, { skills: [skill], rule: null, count: 10_000 }, newSeed, []).length).toBeLessThan(1000);
  });

  test('drills a wrong rule with questions that tell it from the right one; none where there are none', () => {
    const rules = new Set<string>();
    for (const id of MISCONCEPTION_IDS) {
      const { drill } = misconception(id);
      const trained = skills.filter((skill) => drill.includes(skill.id));
      const questions = drillOn(captured, { skills: trained, rule: id, count: 3 }, seeds(), []);
      if (questions.length > 0) rules.add(id);
      for (const { fields } of questions) {
        expect(fields.flatMap(({ predictions }) => predictions.map(({ rule }) => rule))).toContain(id);
      }
    }
    expect(rules.size).toBeGreaterThan(3);
    expect(rules.size).toBeLessThan(MISCONCEPTION_IDS.length);
  });

  test('has nothing to ask of a conversation whose segments are all damaged', () => {
    const analyses = captured.analyses.map((analysis) => ({
      ...analysis,
      findings: [{ kind: 'bad-checksum' as const }],
    }));
    expect(questionsOn({ ...captured, analyses }, 10, seeds())).toEqual([]);
  });
});
