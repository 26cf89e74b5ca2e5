import { basename } from 'node:path';
import { Box } from 'ink';
import { type ReactNode, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { ConversationSummary } from '../../captures/analysis/conversation.ts';
import { troublesOf } from '../../captures/survey/trouble.ts';
import { quoted } from '../../documents/problem.ts';
import type { Language } from '../../language.ts';
import { socketText } from '../../trace/ip-address.ts';
import type { CaptureProgress, CaptureRun } from '../capture-run.ts';
import { Frame, useRoom } from '../components/frame.tsx';
import { Lines } from '../components/lines.tsx';
import { SearchLine } from '../components/search-line.tsx';
import { BODY_TOP } from '../components/searched-menu.tsx';
import { useNavigation, useSay, useShell } from '../context.ts';
import { useSearchedKeys } from '../hooks/use-searched-keys.ts';
import { type SearchedRows, useSearchedList } from '../hooks/use-searched-list.ts';
import { factLines } from '../layout/capture-facts.ts';
import { columnNeeds, conversationColumns } from '../layout/conversation-columns.ts';
import { conversationFacts } from '../layout/conversation-facts.ts';
import { conversationList, POINTER } from '../layout/conversation-list.ts';
import { type ConversationOrder, inOrder, ORDERS, type RowStyle } from '../layout/conversation-rows.ts';
import { BLANK, type Line, line, span, wrapText } from '../layout/line.ts';
import { windowAround } from '../layout/list.ts';
import { spokenConversations } from '../layout/spoken-conversations.ts';
import { captureScreens } from '../text/capture-screens.ts';
import { endingWord, findings, sizeText, captures as words } from '../text/captures.ts';
import { arrowOf } from '../theme.ts';

/** Lines kept for the chosen conversation: a free one, its ends, how it went, what went wrong. */
const CHOSEN = 6;

/** A screen reader has no end to its lines; nobody listens to more of a list than this. */
const MOST_ROWS = 200;

const NONE: readonly ConversationSummary[] = [];

const ORDER_WORDS: Readonly<Record<ConversationOrder, 'byNumber' | 'byTrouble' | 'byBytes'>> = {
  number: 'byNumber',
  trouble: 'byTrouble',
  bytes: 'byBytes',
};

/** The conversations of a capture, also while it is being read. `opens`: the number of one to open as soon as it can be. */
export function CaptureScreen({ run, opens }: { readonly run: CaptureRun; readonly opens: number | null }): ReactNode {
  const { language, glyphs, linear } = useShell();
  const say = useSay();
  const navigation = useNavigation();
  const room = useRoom();
  const view = useSyncExternalStore(run.subscribe, run.view);
  const { progress } = view;
  const reading = progress.kind === 'reading';
  // A screen reader would begin anew with every change.
  const conversations = linear && reading ? NONE : view.conversations;
  const [order, setOrder] = useState<ConversationOrder>('number');
  useEffect(() => run.stop, [run]);

  const sorted = useMemo(() => inOrder(conversations, order), [conversations, order]);
  const searched = useMemo(() => searchedConversations(sorted), [sorted]);
  const isThere = opens !== null && conversations.some(({ number }) => number === opens);
  const missing = opens !== null && progress.kind !== 'failed' && !reading && !isThere ? opens : null;
  const head = useMemo(
    () => headLines(run, progress, conversations.length, missing, room.width, language),
    [run, progress, conversations.length, missing, room.width, language],
  );
  const needs = useMemo(() => columnNeeds(conversations, language, glyphs), [conversations, language, glyphs]);
  const styleIn = (width: number): RowStyle => {
    const digits = String(conversations.at(-1)?.number ?? 1).length;
    return { columns: conversationColumns(width - POINTER - 2, digits, language, needs), language, glyphs, digits };
  };
  const page = Math.max(1, room.height - head.length - 1 - CHOSEN);
  const { index, set, shown, search, handlers } = useSearchedList(searched, page);
  const chosen = sorted[index];

  const open = (conversation: number) =>
    navigation.push({ screen: 'capture-conversation', run, conversation, from: 1 });
  useOpening(opens, isThere && !reading, open);
  const keys = useSearchedKeys(
    reading ? 'capture-reading' : 'capture',
    {
      ...handlers,
      open: reading || chosen === undefined ? undefined : () => open(chosen.number),
      sort:
        sorted.length < 2
          ? undefined
          : () => {
              setOrder(ORDERS[(ORDERS.indexOf(order) + 1) % ORDERS.length] ?? 'number');
              set(0);
            },
      stop: run.stop,
      back: navigation.back,
    },
    search,
  );

  return (
    <Frame
      title={[say(words.title), quoted(basename(run.path), Math.floor(room.width / 3))]}
      status={statusOf(
        linear && reading ? null : progress,
        sorted.length < 2 ? '' : say(captureScreens[ORDER_WORDS[order]]),
        language,
      )}
      keys={keys}
    >
      {({ width, height, fill }) => {
        const searching = search.kind === 'none' ? 0 : 1;
        const all = Math.max(1, Math.min(sorted.length + searching, MOST_ROWS, height - head.length - 1 - CHOSEN));
        const rows = Math.max(1, all - searching);
        const { start, end } = windowAround(shown.indexOf(index), shown.length, rows);
        const inSight = shown.slice(start, end).flatMap((place) => sorted[place] ?? []);
        const outOfSight = { before: start, after: shown.length - end };
        const list = linear
          ? spokenConversations(inSight, outOfSight, chosen, { language, pointer: glyphs.pointer, width })
          : conversationList(inSight, outOfSight, chosen, styleIn(width), width);
        // The line for the search keeps its place, however little is found.
        const gap = linear || searching === 0 ? [] : new Array<Line>(Math.max(0, rows - inSight.length)).fill(BLANK);
        const listing = sorted.length === 0 ? [] : [...list, ...gap];
        const listed = head.length + listing.length + searching;
        const facts = chosen === undefined ? null : conversationFacts(chosen, arrowOf(glyphs));
        const about: Line[] =
          facts === null
            ? []
            : [
                BLANK,
                ...wrapText(facts.ends, width, 'strong'),
                ...(facts.troubles === null ? [] : wrapText(`! ${say(facts.troubles)}`, width, 'warn')),
                ...facts.facts.flatMap((fact) => wrapText(say(fact), width)),
              ];
        return (
          <Box flexDirection="column" justifyContent="space-between" height={fill}>
            <Box flexDirection="column" flexShrink={0}>
              <Lines lines={[...head, ...listing]} width={width} />
              <SearchLine search={search} width={width} y={BODY_TOP + listed - 1} />
            </Box>
            <Lines lines={about.slice(0, Math.max(0, height - listed))} width={width} />
          </Box>
        );
      }}
    </Frame>
  );
}

/** What a conversation is found by: its number, its ends, how it ended and what is remarkable in it. */
function searchedConversations(conversations: readonly ConversationSummary[]): SearchedRows {
  return {
    kinds: conversations.map(() => 'item'),
    textOf: (at) => {
      const summary = conversations[at];
      if (summary === undefined) return '';
      const { number, hosts, begins, ends } = summary;
      const remarks = troublesOf(summary).map(({ kind, count }) => findings[kind](count));
      const said = [endingWord(begins, ends), ...remarks].flatMap(({ ko, en }) => [ko, en]);
      return [number, socketText(hosts.client), socketText(hosts.server), ...said].join('\n');
    },
  };
}

/** Opens the conversation that was asked for, once. */
function useOpening(number: number | null, ready: boolean, open: (conversation: number) => void): void {
  const done = useRef(false);
  useEffect(() => {
    if (number === null || !ready || done.current) return;
    done.current = true;
    open(number);
  });
}

/** What is known of the whole file, and why it is not all of it. */
function headLines(
  run: CaptureRun,
  progress: CaptureProgress,
  conversations: number,
  missing: number | null,
  width: number,
  language: Language,
): Line[] {
  if (progress.kind === 'failed') return wrapText(progress.why[language], width, 'bad');
  if (progress.kind === 'reading' && conversations === 0) return [];
  const { shortfall } = run.survey;
  return [
    ...factLines(run.survey, conversations).flatMap((fact) => wrapText(fact[language], width, 'muted')),
    ...(progress.kind === 'stopped' ? wrapText(`! ${words.partial(progress.share)[language]}`, width, 'warn') : []),
    ...(missing === null ? [] : wrapText(`! ${words.noConversation(missing, conversations)[language]}`, width, 'warn')),
    ...(shortfall === null ? [] : wrapText(`! ${words.damaged(shortfall)[language]}`, width, 'warn')),
    BLANK,
  ];
}

/** null: it is being read, and how far is not told. */
function statusOf(progress: CaptureProgress | null, order: string, language: Language): Line {
  if (progress === null) return line(words.readingNow[language]);
  if (progress.kind !== 'reading') return order === '' ? [] : [span(order, 'muted')];
  const { share, bytes, bytesPerSecond } = progress;
  return [span(words.reading(share, sizeText(bytes), sizeText(bytesPerSecond))[language], 'accent')];
}
