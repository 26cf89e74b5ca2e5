import { stateBefore } from '../../learning/account/state-before.ts';
import { catalogueOf } from '../../learning/catalogue.ts';
import { type SessionStep, type SessionSummary, sessionSummary } from '../../learning/sessions/session-summary.ts';
import { isMisconceptionId, misconception } from '../../questions/misconceptions.ts';
import { mapOrder } from '../../questions/skill-map.ts';
import { useRoom } from '../components/frame.tsx';
import { useSay, useServices, useShell } from '../context.ts';
import { scheduleOptions } from '../schedule-options.ts';
import type { Engine } from '../services.ts';
import type { SessionEndStyle } from './session-end-lines.ts';

/** What a session of questions that began at `startedAt` came to, and how its end is told. */
export function useSessionTold(
  engine: Engine,
  startedAt: number,
  steps: readonly SessionStep[],
): { readonly told: SessionSummary; readonly style: SessionEndStyle } {
  const { words, glyphs, settings } = useShell();
  const { store, modules, decks, now } = useServices();
  const say = useSay();
  const { width } = useRoom();
  return {
    told: sessionSummary(stateBefore(store.state, startedAt), store.state, steps, now(), {
      catalogue: catalogueOf(modules, decks.decks),
      skills: mapOrder(engine.skills),
      options: scheduleOptions(settings),
    }),
    style: {
      width: width - 2,
      words,
      glyphs,
      titleOf: (id) => say(engine.skills.find((skill) => skill.id === id)?.title ?? { ko: id, en: id }),
      ruleName: (rule) => (isMisconceptionId(rule) ? say(misconception(rule).name) : null),
    },
  };
}
