import { type ReactNode, useState } from 'react';
import { catalogueOf } from '../../learning/catalogue.ts';
import { progressOf } from '../../learning/progress.ts';
import { Frame } from '../components/frame.tsx';
import { choosableRows, Menu, type MenuRow } from '../components/menu.tsx';
import { useBodySize, useGlyphs, useNavigation, useSay, useServices, useShell, useWords } from '../context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { useList } from '../hooks/use-list.ts';
import { bar } from '../layout/bar.ts';
import { span } from '../layout/line.ts';
import { padStart } from '../layout/width.ts';
import { scheduleOptions } from '../schedule-options.ts';
import type { Engine } from '../services.ts';

/** How many skills 'weakest first' takes. */
const WEAKEST = 5;

/** Which skills to practise: all of them under their concepts, with what is mastered. */
export function SkillsScreen({ engine }: { readonly engine: Engine }): ReactNode {
  const { settings } = useShell();
  const { modules, store, now } = useServices();
  const { skills: words, shell } = useWords();
  const say = useSay();
  const glyphs = useGlyphs();
  const navigation = useNavigation();
  const { width: room, height } = useBodySize();
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());

  const progress = progressOf(store.state, now(), catalogueOf(modules), scheduleOptions(settings));
  const mastery = new Map(progress.skills.map(({ skill, mastery }) => [skill, mastery]));
  const rows = modules.flatMap(({ id, title }): MenuRow[] => {
    const own = engine.skills.filter(({ concepts }) => concepts[0] === id);
    if (own.length === 0) return [];
    return [
      { kind: 'heading', text: say(title) },
      ...own.map((skill): MenuRow => {
        const share = mastery.get(skill.id) ?? 0;
        return {
          kind: 'item',
          key: skill.id,
          lead: [span(`${marked.has(skill.id) ? glyphs.on : glyphs.off} `, marked.has(skill.id) ? 'good' : 'muted')],
          label: say(skill.title),
          note: [...(room < 60 ? [] : bar(share, 10, glyphs)), span(padStart(shell.percent(share), 5), 'muted')],
        };
      }),
    ];
  });
  const list = useList(choosableRows(rows), height);
  const row = rows[list.index];
  const chosen = row?.kind === 'item' ? row.key : null;
  const all = rows.flatMap((one) => (one.kind === 'item' ? [one.key] : []));
  const practise = (names: readonly string[]) => {
    if (names.length > 0) navigation.push({ screen: 'practice', names });
  };
  const keys = useKeys('skill-picker', {
    ...list.handlers,
    start: () => practise(marked.size > 0 ? all.filter((id) => marked.has(id)) : chosen === null ? [] : [chosen]),
    mark:
      chosen === null
        ? undefined
        : () => {
            setMarked((before) => toggled(before, chosen));
            list.handlers.down();
          },
    'mark-all': () => setMarked((before) => (before.size === all.length ? new Set() : new Set(all))),
    weakest: () => practise([...all].sort((a, b) => (mastery.get(a) ?? 0) - (mastery.get(b) ?? 0)).slice(0, WEAKEST)),
    back: navigation.back,
  });
  return (
    <Frame
      title={[words.title]}
      status={marked.size === 0 ? [] : [span(words.marked(marked.size), 'good')]}
      keys={keys}
    >
      {({ width, height: shown }) => <Menu rows={rows} index={list.index} width={width} height={shown} />}
    </Frame>
  );
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}
