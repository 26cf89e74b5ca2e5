import { type ReactNode, useState } from 'react';
import { standingsOf } from '../../learning/progress/standing.ts';
import { mapOrder, openedBy } from '../../questions/skill-map.ts';
import { Frame, useRoom } from '../components/frame.tsx';
import { ListAndDetail, useDetailPlace } from '../components/list-and-detail.tsx';
import { searchedRows } from '../components/searched-menu.tsx';
import { useGlyphs, useNavigation, useSay, useServices, useShell, useWords } from '../context.ts';
import { useSearchedKeys } from '../hooks/use-searched-keys.ts';
import { useSearchedList } from '../hooks/use-searched-list.ts';
import { type Line, span } from '../layout/line.ts';
import { scheduleOptions } from '../schedule-options.ts';
import type { Engine } from '../services.ts';
import { skillDetail } from './skill-detail.ts';
import { firstRow, type SkillMapView, skillMapRows } from './skill-map-rows.ts';

/**
 * The skills as a map: step by step, so that what a skill builds on stands above it, each with how the learner stands
 * with it. What the chosen one builds on and opens is named below; practice of it, or of those marked, starts here.
 */
export function SkillMapScreen({ engine: { skills } }: { readonly engine: Engine }): ReactNode {
  const { settings } = useShell();
  const { store, now } = useServices();
  const { skills: words } = useWords();
  const say = useSay();
  const glyphs = useGlyphs();
  const navigation = useNavigation();
  const { width: room, height } = useRoom();
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [, setHeld] = useState(0);

  const standings = standingsOf(store.state, now(), skills, scheduleOptions(settings));
  const titleOf = (id: string) => say(skills.find((skill) => skill.id === id)?.title ?? { ko: id, en: id });
  const { rowsOf, listWidthOf } = useDetailPlace(DETAIL_HEIGHT);
  const view: SkillMapView = { skills, standings, marked, titleOf, words, glyphs, width: listWidthOf(room) };
  const plain = skillMapRows(view, null);
  const namesOf = (id: string) => [id, ...Object.values(skills.find((skill) => skill.id === id)?.title ?? {})];
  const list = useSearchedList(searchedRows(plain, namesOf), rowsOf(height), firstRow(plain, standings));
  const row = plain[list.index];
  const chosen = row?.kind === 'item' ? row.key : null;

  const all = mapOrder(skills).map(({ id }) => id);
  const wanted = () => (marked.size > 0 ? all.filter((id) => marked.has(id)) : chosen === null ? [] : [chosen]);
  const practise = (names: readonly string[], more: { readonly unscheduled?: true } = {}) => {
    if (names.length > 0) navigation.push({ screen: 'practice', names, ...more });
  };
  const hold = (what: 'suspended' | 'resumed') => () => {
    if (chosen === null) return;
    store.append({ kind: 'item', item: `skill:${chosen}`, what });
    setHeld((count) => count + 1);
  };
  const isHeld = chosen !== null && (standings.get(chosen)?.hold ?? null) !== null;
  const keys = useSearchedKeys(
    'skill-map',
    {
      ...list.handlers,
      start: () => practise(wanted()),
      unscheduled: () => practise(wanted(), { unscheduled: true }),
      resume: isHeld ? hold('resumed') : undefined,
      'set-aside': chosen === null || isHeld ? undefined : hold('suspended'),
      mark:
        chosen === null
          ? undefined
          : () => {
              setMarked((before) => toggled(before, chosen));
              list.handlers.down?.();
            },
      'mark-all': () => setMarked((before) => (before.size === all.length ? new Set() : new Set(all))),
      mix: all.length === 0 ? undefined : () => navigation.push({ screen: 'practice', names: null }),
      back: navigation.back,
    },
    list.search,
  );
  const known = [...standings.values()].filter((standing) => standing.known).length;
  const status: Line =
    marked.size === 0 ? [span(words.known(known, all.length), 'muted')] : [span(words.marked(marked.size), 'good')];
  const skill = skills.find(({ id }) => id === chosen);
  const standing = chosen === null ? undefined : standings.get(chosen);
  return (
    <Frame title={[words.title]} status={status} keys={keys}>
      {(size) => (
        <ListAndDetail
          list={list}
          rows={skillMapRows(view, chosen)}
          room={size}
          detailHeight={DETAIL_HEIGHT}
          ruled
          detail={(width) =>
            skill === undefined || standing === undefined
              ? []
              : skillDetail({
                  title: say(skill.title),
                  skill,
                  standing,
                  opens: openedBy(skill.id, skills),
                  naming: (id) => `${titleOf(id)} (${words.states[standings.get(id)?.state ?? 'locked']})`,
                  words,
                  glyphs,
                  width,
                })
          }
        />
      )}
    </Frame>
  );
}

/** Title, how the chosen skill goes, and two lines each for what it builds on and what it opens. */
const DETAIL_HEIGHT = 6;

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}
