import { type ReactNode, useState } from 'react';
import type { Text } from '../../language.ts';
import { setAsideItems } from '../../learning/schedule/holds.ts';
import { Frame } from '../components/frame.tsx';
import { Lines } from '../components/lines.tsx';
import { ListAndDetail, useDetailPlace } from '../components/list-and-detail.tsx';
import type { MenuRow } from '../components/menu.tsx';
import { searchedRows } from '../components/searched-menu.tsx';
import { useBodySize, useNavigation, useSay, useServices, useWords } from '../context.ts';
import { useSearchedKeys } from '../hooks/use-searched-keys.ts';
import { useSearchedList } from '../hooks/use-searched-list.ts';
import { itemTitle } from '../item-title.ts';
import { span, wrapText } from '../layout/line.ts';
import type { Engine } from '../services.ts';

/** Lines kept for what Enter does, a free one before them. */
const ABOUT_HEIGHT = 3;

/** Every item that is not asked, suspended ones first; Enter takes one up again. */
export function SetAsideScreen({ engine }: { readonly engine: Engine }): ReactNode {
  const services = useServices();
  const { store, now } = services;
  const { setAside: words } = useWords();
  const say = useSay();
  const navigation = useNavigation();
  const { height } = useBodySize();
  const [, setResumed] = useState(0);
  const items = setAsideItems(store.state, now())
    .map(({ item, hold }) => ({ item, hold, title: say(itemTitle(item, services, engine.skills)) }))
    .sort((a, b) => (a.hold === b.hold ? (a.title < b.title ? -1 : 1) : a.hold === 'suspended' ? -1 : 1));
  const rows = items.map(
    ({ item, hold, title }): MenuRow => ({
      kind: 'item',
      key: item,
      label: title,
      note: [span(words[hold], hold === 'suspended' ? 'warn' : 'muted')],
    }),
  );
  const titles = new Map<string, Text>(items.map(({ item }) => [item, itemTitle(item, services, engine.skills)]));
  const titlesOf = (item: string) => Object.values(titles.get(item) ?? {});
  const { rowsOf } = useDetailPlace(ABOUT_HEIGHT);
  const list = useSearchedList(searchedRows(rows, titlesOf), rowsOf(height));
  const chosen = items[list.index];
  const keys = useSearchedKeys(
    'set-aside',
    {
      ...list.handlers,
      resume:
        chosen === undefined
          ? undefined
          : () => {
              store.append({ kind: 'item', item: chosen.item, what: 'resumed' });
              setResumed((count) => count + 1);
            },
      back: navigation.back,
    },
    list.search,
  );
  return (
    <Frame title={[words.title]} keys={keys}>
      {(room) =>
        rows.length === 0 ? (
          <Lines lines={wrapText(words.none, room.width)} width={room.width} />
        ) : (
          <ListAndDetail
            list={list}
            rows={rows}
            room={room}
            detailHeight={ABOUT_HEIGHT}
            detail={(width) => wrapText(words.about, width, 'muted')}
          />
        )
      }
    </Frame>
  );
}
