import type { ReactNode } from 'react';
import type { Settings } from '../../learning/settings.ts';
import { Frame } from '../components/frame.tsx';
import { detailHeightOf, ListAndDetail, useDetailPlace } from '../components/list-and-detail.tsx';
import type { MenuRow } from '../components/menu.tsx';
import { searchedRows } from '../components/searched-menu.tsx';
import { useBodySize, useNavigation, useShell, useWords } from '../context.ts';
import { useSearchedKeys } from '../hooks/use-searched-keys.ts';
import { useSearchedList } from '../hooks/use-searched-list.ts';
import { span, wrapText } from '../layout/line.ts';
import { wordsOf } from '../text/words.ts';
import { CHOICES, changed, steppedDate, valueText } from './setting-values.ts';

/** What each is called, in both languages: it may have to be found in the one that is not known. */
const NAMES = new Map<string, readonly string[]>(
  CHOICES.flatMap(({ names }) =>
    names.map((name) => [name, (['ko', 'en'] as const).map((one) => wordsOf(one).settings.names[name])]),
  ),
);

const namesOf = (name: string) => NAMES.get(name) ?? [];

/** All settings, changed where they stand; each change holds at once. */
export function SettingsScreen(): ReactNode {
  const { settings, changeSettings, services } = useShell();
  const words = useWords();
  const { studyDays } = services.store.state.rulesOfFold;
  const navigation = useNavigation();
  const { width, height } = useBodySize();
  const entries = CHOICES.flatMap(({ group, names }) => [null, ...names].map((name) => ({ group, name })));
  const rows = entries.map(({ group, name }): MenuRow => {
    if (name === null) return { kind: 'heading', text: words.settings.groups[group] };
    return {
      kind: 'item',
      key: name,
      label: words.settings.names[name],
      note: [span('< ', 'muted'), span(valueText(settings, name, words), 'accent'), span(' >', 'muted')],
    };
  });
  const aboutHeight = detailHeightOf(Object.values(words.settings.about), width);
  const { rowsOf } = useDetailPlace(aboutHeight);
  const list = useSearchedList(searchedRows(rows, namesOf), rowsOf(height));
  const name = entries[list.index]?.name ?? undefined;
  const changeOf = (by: 1 | -1): Partial<Settings> => {
    if (name === undefined) return {};
    if (name !== 'examDate') return changed(settings, name, by);
    return { examDate: steppedDate(settings.examDate, by, studyDays.dayOf(services.now())) };
  };
  const change = (by: 1 | -1) => (name === undefined ? undefined : () => changeSettings(changeOf(by)));
  const keys = useSearchedKeys(
    'settings',
    {
      ...list.handlers,
      decrease: change(-1),
      increase: change(1),
      'next-value': change(1),
      back: navigation.back,
    },
    list.search,
  );
  return (
    <Frame title={[words.settings.title]} keys={keys}>
      {(room) => (
        <ListAndDetail
          list={list}
          rows={rows}
          room={room}
          detailHeight={aboutHeight}
          detail={(cells) => (name === undefined ? [] : wrapText(words.settings.about[name], cells, 'muted'))}
        />
      )}
    </Frame>
  );
}
