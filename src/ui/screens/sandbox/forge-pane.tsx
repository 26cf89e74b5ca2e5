import { type ReactNode, useState } from 'react';
import type { Forgery } from '../../../simulator/scenario.ts';
import { type HostName, peerOf } from '../../../trace/trace.ts';
import { Frame } from '../../components/frame.tsx';
import { Lines } from '../../components/lines.tsx';
import { useSay, useShell } from '../../context.ts';
import { useKeys } from '../../hooks/use-keys.ts';
import { BLANK, type Line, line, span, spread, wrapText } from '../../layout/line.ts';
import { cells, padEnd } from '../../layout/width.ts';
import { sandboxWords, forgeWords as words } from '../../text/sandbox.ts';
import {
  accepts,
  erased,
  FORGE_FIELDS,
  type ForgeDraft,
  type ForgeField,
  firstDraft,
  forgeryOf,
  numberNow,
  sourceOf,
  stepped,
  typed,
} from './forge-draft.ts';
import type { Moment } from './moment.ts';

/** A forged segment being made up. Takes the whole screen. */
export function ForgePane({
  from,
  moment,
  first,
  onSend,
  onCancel,
}: {
  /** Whom it claims to be from. */
  readonly from: HostName;
  readonly moment: Moment;
  /** What was written last time; null begins with a RST. */
  readonly first: ForgeDraft | null;
  readonly onSend: (forgery: Omit<Forgery, 'when' | 'afterMs'>, draft: ForgeDraft) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const { glyphs } = useShell();
  const say = useSay();
  const [draft, setDraft] = useState(first ?? firstDraft(from));
  const [at, setAt] = useState(0);
  const [refused, refuse] = useState<ForgeField | null>(null);
  const field = FORGE_FIELDS[at] ?? 'flags';
  const change = (next: ForgeDraft) => {
    setDraft(next);
    refuse(null);
  };
  const move = (by: number) => () => setAt((at + by + FORGE_FIELDS.length) % FORGE_FIELDS.length);
  const send = () => {
    const made = forgeryOf(draft, from);
    if (made.ok) return onSend(made.forgery, draft);
    refuse(made.field);
    setAt(FORGE_FIELDS.indexOf(made.field));
  };
  const keys = useKeys(
    'sandbox-forge',
    {
      done: send,
      up: move(-1),
      down: move(1),
      decrease: () => change(stepped(draft, field, from, -1)),
      increase: () => change(stepped(draft, field, from, 1)),
      erase: () => change(erased(draft, field, 'last')),
      'erase-all': () => change(erased(draft, field, 'all')),
      back: onCancel,
    },
    {
      accepts: (character) => accepts(field, character),
      insert: (text) => change(typed(draft, field, text)),
    },
  );

  const snapshots = { client: moment.hosts.client.snapshot, server: moment.hosts.server.snapshot };
  const labels = FORGE_FIELDS.map((name) => say(words.fields[name]));
  const labelWidth = Math.max(...labels.map(cells));
  const meaning = (name: ForgeField): string => {
    if (name === 'flags' || name === 'len') return '';
    if (name === 'ack' && !draft.flags.includes('ACK')) return say(words.unused);
    const source = sourceOf(draft[name], from);
    if (source === null) return '?';
    const value = numberNow(source, snapshots);
    return value === null ? say(words.drawn) : source.kind === 'fixed' ? '' : say(words.now(value));
  };
  const rows = (width: number): Line[] =>
    FORGE_FIELDS.map((name, row) => {
      const chosen = row === at;
      const written = name === 'flags' ? draft.flags.join(',') || say(words.none) : draft[name];
      const left: Line = [
        span(chosen ? `${glyphs.pointer} ` : ' '.repeat(cells(glyphs.pointer) + 1), 'selected'),
        span(padEnd(labels[row] ?? '', labelWidth), chosen ? 'accent' : 'muted'),
        span('  '),
        span(written, chosen ? 'strong' : 'plain'),
        span(chosen && name !== 'flags' ? glyphs.cursor : '', 'accent'),
      ];
      return spread(left, line(meaning(name), 'muted'), Math.min(width, 76), glyphs.ellipsis);
    });
  const to = peerOf(from);
  const target = snapshots[to];
  const expected =
    target === null || target.state === 'CLOSED' || target.state === 'LISTEN' || target.state === 'SYN-SENT'
      ? words.expectsNothing(to)
      : words.expects(to, target.rcvNxt);
  return (
    <Frame title={[say(sandboxWords.title), say(words.title)]} keys={keys}>
      {({ width }) => (
        <Lines
          lines={[
            ...wrapText(say(words.about(from)), width, 'muted'),
            BLANK,
            ...rows(width),
            BLANK,
            line(say(expected)),
            ...(refused === null ? [] : wrapText(say(words.refused[refused]), width, 'bad')),
            ...wrapText(say(words.syntax[field]), width, refused === field ? 'warn' : 'muted'),
          ]}
          width={width}
        />
      )}
    </Frame>
  );
}
