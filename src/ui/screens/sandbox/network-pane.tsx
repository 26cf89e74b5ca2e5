import { Box } from 'ink';
import { type ReactNode, useState } from 'react';
import type { Move } from '../../../simulator/sandbox/sandbox.ts';
import { HOST_NAMES, type HostName } from '../../../trace/trace.ts';
import { Frame, useRoom } from '../../components/frame.tsx';
import { Lines } from '../../components/lines.tsx';
import { choosableRows, Menu, type MenuRow } from '../../components/menu.tsx';
import { useSay } from '../../context.ts';
import { useKeys } from '../../hooks/use-keys.ts';
import { useList } from '../../hooks/use-list.ts';
import { stepAround } from '../../layout/choice.ts';
import { BLANK, span, wrapText } from '../../layout/line.ts';
import { sandboxWords } from '../../text/sandbox.ts';
import { networkWords as words } from '../../text/sandbox-network.ts';
import { type DraftRow, HOST_ROWS, movesBetween, type NetworkDraft, steppedDraft } from './network-draft.ts';
import { DIRECTIONS, type Direction, PATH_ROWS, type PathRow } from './path-draft.ts';

/** Lines kept for what the chosen row does, a free one before them. */
const ABOUT_HEIGHT = 3;

/** The row chosen at first: the delay, of both directions. */
const AT_FIRST = 2;

/** A line of the form: what is set, or of which direction the lines below it tell. */
type FormRow = DraftRow | { readonly of: 'direction'; readonly name: 'direction' };

/** What the network and the hosts do, to be changed while it runs. Takes the whole screen. */
export function NetworkPane({
  before,
  onDone,
  onCancel,
}: {
  readonly before: NetworkDraft;
  /** Told what has to be done; nothing where nothing was changed. */
  readonly onDone: (moves: readonly Move[]) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const say = useSay();
  const { height } = useRoom();
  const [draft, setDraft] = useState(before);
  const [direction, setDirection] = useState<Direction>('both');
  const seen: readonly HostName[] = direction === 'both' ? HOST_NAMES : [direction];
  const pathValue = (name: PathRow, host: HostName): string => {
    const is = draft.paths[host][name];
    if (name === 'delay') return words.ms(is);
    if (is === 0) return say(words.none);
    return name === 'jitter' ? `+0-${words.ms(is)}` : words.percent(is);
  };
  const value = (row: FormRow): string => {
    if (row.of === 'direction') return say(words.directions[direction]);
    if (row.of === 'path') return [...new Set(seen.map((host) => pathValue(row.name, host)))].join(' | ');
    const host = draft.hosts[row.of];
    switch (row.name) {
      case 'window':
      case 'mss':
        return say(words.bytes(host[row.name]));
      case 'profile':
        return host.profile;
      default:
        return say(host.options[row.name] ? words.on : words.off);
    }
  };
  const fields: (FormRow | null)[] = [];
  const rows: MenuRow[] = [];
  const add = (field: FormRow | null, row: MenuRow) => {
    fields.push(field);
    rows.push(row);
  };
  const item = (row: FormRow, changed: boolean) =>
    add(row, {
      kind: 'item',
      key: `${row.of} ${row.name}`,
      label: say(words.names[row.name]),
      note: [span(changed ? '* ' : '', 'warn'), span('< ', 'muted'), span(value(row), 'accent'), span(' >', 'muted')],
    });
  add(null, { kind: 'heading', text: say(words.path) });
  item({ of: 'direction', name: 'direction' }, false);
  for (const name of PATH_ROWS) {
    item(
      { of: 'path', name },
      seen.some((host) => draft.paths[host][name] !== before.paths[host][name]),
    );
  }
  for (const host of HOST_NAMES) {
    add(null, { kind: 'gap' });
    add(null, { kind: 'heading', text: say(words.host[host]) });
    for (const name of HOST_ROWS) {
      const [was, is] = [before.hosts[host], draft.hosts[host]];
      const changed =
        name === 'window' || name === 'mss' || name === 'profile'
          ? was[name] !== is[name]
          : was.options[name] !== is.options[name];
      item({ of: host, name }, changed);
    }
  }
  const list = useList(choosableRows(rows), height - ABOUT_HEIGHT, AT_FIRST);
  const row = fields[list.index] ?? null;
  const change = (by: 1 | -1) => {
    if (row === null) return undefined;
    if (row.of === 'direction') return () => setDirection(stepAround(DIRECTIONS, direction, by));
    return () => setDraft(steppedDraft(draft, direction, row, by));
  };
  const moves = movesBetween(before, draft);
  const keys = useKeys('sandbox-network', {
    ...list.handlers,
    done: () => onDone(moves),
    decrease: change(-1),
    increase: change(1),
    back: onCancel,
  });
  return (
    <Frame
      title={[say(sandboxWords.title), say(words.title)]}
      status={moves.length === 0 ? [] : [span(say(words.changes(moves.length)), 'warn')]}
      keys={keys}
    >
      {({ width, height: room, fill }) => (
        <Box flexDirection="column" justifyContent="space-between" height={fill}>
          <Menu rows={rows} index={list.index} width={Math.min(width, 64)} height={room - ABOUT_HEIGHT} />
          <Lines
            lines={[BLANK, ...(row === null ? [] : wrapText(say(aboutOf(row)), width, 'muted'))].slice(0, ABOUT_HEIGHT)}
            width={width}
          />
        </Box>
      )}
    </Frame>
  );
}

function aboutOf({ name }: FormRow) {
  if (name === 'nagle' || name === 'delayedAck') return words.about.own;
  if (name === 'sack' || name === 'windowScaling' || name === 'timestamps' || name === 'ecn') return words.about.option;
  return words.about[name];
}
