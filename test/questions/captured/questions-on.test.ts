import { describe, expect, it } from 'vitest';
import type { CapturedTrace } from '../../../src/captures/trace/captured-trace.ts';
import { capturedTrace } from '../../../src/captures/trace/conversation-trace.ts';
import { posableSkills } from '../../../src/questions/captured/make-on.ts';
import { questionsOn } from '../../../src/questions/captured/questions-on.ts';
import { skills } from '../../../src/questions/catalogue.ts';
import { simulate } from '../../../src/simulator/simulate.ts';
import { capturedFile, conversationsOf } from '../../captures/trace/from-file.ts';
import { taught } from '../../simulator/taught.ts';

const captures = ['data-exchange', 'four-way-close', 'lost-segment'].map((name): CapturedTrace => {
  const [one] = conversationsOf(capturedFile(simulate(taught(name), 'seed'), 'client', false));
  return capturedTrace(one!.segments, one!.summary, { file: name, numbers: 'absolute', epochMs: 0 });
});
const conversations = captures.map((captured) => () => captured);
const digestOf = (seed: string) => seed.slice(4, 12);

describe('questions on several conversations', () => {
  const questions = questionsOn(conversations, { seed: 'x', count: 20, skills });

  it('are as many as wanted, the same for the same seed', () => {
    expect(questions).toHaveLength(20);
    const again = questionsOn(conversations, { seed: 'x', count: 20, skills: [...skills].reverse() });
    expect(JSON.stringify(again)).toBe(JSON.stringify(questions));
    expect(questionsOn(conversations, { seed: 'y', count: 20, skills }).map(({ name }) => name)).not.toEqual(
      questions.map(({ name }) => name),
    );
  });

  it('ask every skill that can be asked before one is asked again, and all conversations', () => {
    const able = new Set(captures.flatMap((captured) => posableSkills(captured)).map(({ id }) => id));
    expect(new Set(questions.slice(0, able.size).map(({ skill }) => skill)).size).toBe(Math.min(able.size, 20));
    expect(new Set(questions.map(({ seed }) => digestOf(seed)))).toEqual(new Set(captures.map(({ digest }) => digest)));
    questions.forEach(({ skill }, index) => {
      if (index > 0) expect(skill).not.toBe(questions[index - 1]!.skill);
    });
  });

  it('are none twice, and end where nothing is left to ask', () => {
    const all = questionsOn(conversations, { seed: 'x', count: 10_000, skills });
    expect(all.length).toBeLessThan(1000);
    // As a person sees them: the same prompt and the same answer, however the options are shuffled.
    const asked = all.map(({ skill, prompt, fields }) => {
      const answers = fields.map((field) => {
        if (field.kind === 'order') return field.answer.map((id) => field.items.find((one) => one.id === id)!.text.en);
        return field.kind === 'choice' ? field.options.find(({ id }) => id === field.answer)!.text.en : field.answer;
      });
      return JSON.stringify([skill, prompt.en, answers]);
    });
    expect(new Set(asked).size).toBe(all.length);
    expect(all.filter(({ skill }) => skill === 'handshake.order').length).toBeLessThanOrEqual(2 * captures.length);
    expect(all.slice(0, 20).map(({ name }) => name)).toEqual(questions.map(({ name }) => name));
  });

  it('are none without a conversation or a skill', () => {
    expect(questionsOn([], { seed: 'x', count: 3, skills })).toEqual([]);
    expect(questionsOn(conversations, { seed: 'x', count: 3, skills: [] })).toEqual([]);
  });
});
