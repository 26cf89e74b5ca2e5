import type { ReactNode } from 'react';
import type { Scenario } from '../../simulator/scenario.ts';
import { Frame } from '../components/frame.tsx';
import { ListAndDetail, useDetailPlace } from '../components/list-and-detail.tsx';
import type { MenuRow } from '../components/menu.tsx';
import { searchedRows } from '../components/searched-menu.tsx';
import { useBodySize, useNavigation, useSay, useServices, useWords } from '../context.ts';
import { useSearchedKeys } from '../hooks/use-searched-keys.ts';
import { useSearchedList } from '../hooks/use-searched-list.ts';
import { READING_WIDTH } from '../layout/lesson.ts';
import { BLANK, type Line, wrapText } from '../layout/line.ts';
import type { Engine } from '../services.ts';
import { sandboxWords } from '../text/sandbox.ts';

/** Most of the body that what the chosen scenario shows may take. */
const MOST_FOR_ABOUT = 1 / 2;

/** The row of the sandbox; no scenario has such a name. */
const BY_HAND = '+sandbox';

/** Which scenario to watch: all of them under their concepts, or only those named. */
export function ScenariosScreen({
  engine,
  only,
}: {
  readonly engine: Engine;
  readonly only: readonly string[] | null;
}): ReactNode {
  const { modules, newSeed } = useServices();
  const { scenarios: words } = useWords();
  const say = useSay();
  const navigation = useNavigation();
  const { width, height } = useBodySize();

  const groups = scenarioGroups(engine, modules, only);
  const byHand: MenuRow[] = only === null ? [{ kind: 'item', key: BY_HAND, label: say(sandboxWords.entry) }] : [];
  const scenarioRows: MenuRow[] = groups.flatMap(({ module, scenarios }): MenuRow[] => [
    ...(only !== null ? [] : [{ kind: 'gap' as const }]),
    ...(only !== null ? [] : [{ kind: 'heading' as const, text: module === null ? words.others : say(module.title) }]),
    ...scenarios.map((scenario): MenuRow => ({ kind: 'item', key: scenario.name, label: say(scenario.title) })),
  ]);
  const rows = [...byHand, ...scenarioRows];
  // Enough for the longest: the list keeps its height whatever is chosen.
  const reading = Math.min(width, READING_WIDTH);
  const longest = Math.max(
    0,
    ...groups.flatMap(({ scenarios }) => scenarios.map(({ about }) => wrapText(say(about), reading, 'muted').length)),
    ...byHand.map(() => wrapText(say(sandboxWords.entryAbout), reading, 'muted').length),
  );
  const aboutHeight = Math.min(longest + 1, Math.floor(height * MOST_FOR_ABOUT));
  const { beside, rowsOf } = useDetailPlace(aboutHeight);
  const list = useSearchedList(
    searchedRows(rows, (name) => [name, ...Object.values(engine.scenarios[name]?.title ?? {})]),
    rowsOf(height),
    // On the first scenario: who comes here for the first time wants to see something.
    byHand.length,
  );
  const row = rows[list.index];
  const key = row?.kind === 'item' ? row.key : null;
  const chosen = key === null ? undefined : engine.scenarios[key];
  const about = key === BY_HAND ? sandboxWords.entryAbout : chosen?.about;
  const keys = useSearchedKeys(
    'picker',
    {
      ...list.handlers,
      open:
        key === BY_HAND
          ? () => navigation.push({ screen: 'sandbox', scenario: null, seed: newSeed(), ms: 0 })
          : chosen === undefined
            ? undefined
            : () => navigation.push({ screen: 'watch', scenario: chosen, seed: newSeed() }),
      back: navigation.back,
    },
    list.search,
  );
  return (
    <Frame title={[words.title]} keys={keys}>
      {(room) => (
        <ListAndDetail
          list={list}
          rows={rows}
          room={room}
          detailHeight={aboutHeight}
          detail={(cells): readonly Line[] => {
            const said = about === undefined ? [] : wrapText(say(about), cells, beside ? 'plain' : 'muted');
            if (!beside || row?.kind !== 'item') return said;
            const command =
              chosen === undefined ? [] : [BLANK, ...wrapText(`seqack simulate ${chosen.name}`, cells, 'muted')];
            return [...wrapText(row.label, cells, 'strong'), BLANK, ...said, ...command];
          }}
        />
      )}
    </Frame>
  );
}

interface ScenarioGroup {
  readonly module: ReturnType<typeof useServices>['modules'][number] | null;
  readonly scenarios: readonly Scenario[];
}

/** Each scenario once, under the first concept that shows it; those of no concept last. */
function scenarioGroups(
  { scenarios }: Engine,
  modules: ReturnType<typeof useServices>['modules'],
  only: readonly string[] | null,
): ScenarioGroup[] {
  if (only !== null) return [{ module: null, scenarios: only.flatMap((name) => scenarios[name] ?? []) }];
  const seen = new Set<string>();
  const take = (names: readonly string[]) =>
    names.flatMap((name) => {
      const scenario = scenarios[name];
      if (scenario === undefined || seen.has(name)) return [];
      seen.add(name);
      return [scenario];
    });
  const groups: ScenarioGroup[] = modules.map((module) => ({ module, scenarios: take(module.scenarios) }));
  groups.push({ module: null, scenarios: take(Object.keys(scenarios)) });
  return groups.filter((group) => group.scenarios.length > 0);
}
