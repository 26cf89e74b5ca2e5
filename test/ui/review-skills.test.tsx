import { Text } from 'ink';
import { useState } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import type { Verdict } from '../../src/questions/diagnosis.ts';
import type { Question } from '../../src/questions/question.ts';
import { Frame } from '../../src/ui/components/frame.tsx';
import type { QuestionPaneProps } from '../../src/ui/components/question/pane-props.ts';
import { useKeys } from '../../src/ui/hooks/use-keys.ts';
import { ReviewScreen } from '../../src/ui/screens/review.tsx';
import { modules } from './modules.ts';
import { type Played, playElement, world } from './world.tsx';

/** A pane that takes r for a right answer and p for a wrong one, and Enter to go on. */
function Pane({ question, title, status, onAnswered, onNext, onUndo }: QuestionPaneProps) {
  const [answered, setAnswered] = useState(false);
  const answer = (correct: boolean) => () => {
    const verdict: Verdict = { correct, fields: [] };
    onAnswered({ question: question.name, given: {}, verdict, hinted: false, tookMs: 3000 });
    setAnswered(true);
  };
  const keys = useKeys('home', {
    review: answered ? undefined : answer(true),
    practise: answered ? undefined : answer(false),
    open: answered ? onNext : undefined,
    up: onUndo,
  });
  return (
    <Frame title={title} status={status} keys={keys}>
      {() => <Text>{`${question.name} ${answered ? 'answered' : 'asked'}`}</Text>}
    </Frame>
  );
}

let app: Played | undefined;
afterEach(() => app?.close());

/** One skill, no cards: what is new comes first in the order of the path. */
async function review() {
  const made = world({ modules: modules.map((module) => ({ ...module, cards: [] })).slice(1) });
  const engine = await made.services.loadEngine();
  const makeQuestion = (name: string) => ({ name }) as Question;
  const of = { kind: 'due', asking: { engine: { ...engine, makeQuestion }, Pane } } as const;
  app = await playElement(<ReviewScreen of={of} />, made);
  return { ...made, ...app };
}

describe('a skill in a review', () => {
  test('is asked by a question of its own, logged when answered, and left with Enter', async () => {
    const { press, frame, events } = await review();
    expect(frame()).toContain('close.fin-ack@seed1-1 asked');
    expect(await press('r')).toContain('answered');
    expect(events).toMatchObject([
      { kind: 'answer', question: 'close.fin-ack@seed1-1', correct: true, where: 'review', grade: 3, tookMs: 3000 },
    ]);
  });

  test('comes back with another question when it was answered wrongly', async () => {
    const { press, events } = await review();
    expect(await press('p\r')).toContain('close.fin-ack@seed1-2 asked');
    expect(events).toMatchObject([{ correct: false, grade: 1 }]);
  });

  test('is asked again when its answer is taken back', async () => {
    const { press, events } = await review();
    await press('p');
    expect(await press('k')).toContain('close.fin-ack@seed1-1 asked');
    expect(events.map(({ kind }) => kind)).toEqual(['answer', 'undo']);
    expect(await press('r')).toContain('answered');
  });
});
