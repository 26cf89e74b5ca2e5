import { afterEach, expect, test } from 'vitest';
import { skills } from '../../src/questions/catalogue.ts';
import { makeQuestion } from '../../src/questions/make.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import { QuestionPane } from '../../src/ui/components/question/question-pane.tsx';
import { ReviewScreen } from '../../src/ui/screens/review.tsx';
import { modules } from './modules.ts';
import { type Played, playElement, world } from './world.tsx';

let app: Played | undefined;
afterEach(() => app?.close());

test('a card graded by mistake is taken back with u while the question after it is being asked', async () => {
  const last = modules.slice(1).map((module) => ({ ...module, cards: module.cards.slice(0, 1) }));
  const made = world({ modules: last });
  const engine = { skills, scenarios: {}, makeQuestion, simulate };
  app = await playElement(<ReviewScreen of={{ kind: 'due', asking: { engine, Pane: QuestionPane } }} />, made);
  const { press, frame } = app;
  const front = frame();
  await press(' ');
  const asked = await press('4');
  expect(asked).toMatch(/@seed\d+-\d+/);
  expect(await press('u')).not.toContain('@seed');
  expect(made.events.map(({ kind }) => kind)).toEqual(['card', 'undo']);
  expect(front).not.toContain('@seed');
});
