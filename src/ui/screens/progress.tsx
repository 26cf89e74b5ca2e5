import { Box } from 'ink';
import { type ReactNode, useMemo, useState } from 'react';
import { catalogueOf } from '../../learning/catalogue.ts';
import { progressOf } from '../../learning/progress/progress.ts';
import { isMisconceptionId, misconception } from '../../questions/misconceptions.ts';
import { Frame } from '../components/frame.tsx';
import { Lines } from '../components/lines.tsx';
import { Scroll } from '../components/scroll.tsx';
import { SearchedMenu, searchedRows } from '../components/searched-menu.tsx';
import { useBodySize, useGlyphs, useNavigation, useSay, useServices, useShell, useWords } from '../context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { useScroll } from '../hooks/use-scroll.ts';
import { useSearchedKeys } from '../hooks/use-searched-keys.ts';
import { useSearchedList } from '../hooks/use-searched-list.ts';
import { BLANK, type Line, line, lineCells, span } from '../layout/line.ts';
import { scheduleOptions } from '../schedule-options.ts';
import type { Engine } from '../services.ts';
import { conceptLines, skillLines } from './progress-mastery.ts';
import { memoryLines } from './progress-memory.ts';
import { mistakeDetail, mistakeLines, mistakeRows, namedRules } from './progress-mistakes.ts';
import { overviewLines } from './progress-overview.ts';
import { reviewLines } from './progress-reviews.ts';
import { timeLines } from './progress-time.ts';
import type { ProgressView } from './progress-view.ts';

const PARTS = ['overview', 'memory', 'reviews', 'time', 'mistakes', 'concepts', 'skills'] as const;

type ProgressPart = (typeof PARTS)[number];

const LINES: Readonly<Record<Exclude<ProgressPart, 'mistakes'>, (view: ProgressView) => Line[]>> = {
  overview: overviewLines,
  memory: memoryLines,
  reviews: reviewLines,
  time: timeLines,
  concepts: conceptLines,
  skills: skillLines,
};

/** What has been learned, how well it is kept, what goes wrong, what is due when: in parts. */
export function ProgressScreen({ engine }: { readonly engine: Engine }): ReactNode {
  const { settings, language, linear } = useShell();
  const { store, modules, decks, now } = useServices();
  const navigation = useNavigation();
  const words = useWords();
  const say = useSay();
  const glyphs = useGlyphs();
  const { width } = useBodySize();
  const [part, setPart] = useState<ProgressPart>('overview');
  const { state } = store;
  const progress = useMemo(
    () => progressOf(state, now(), catalogueOf(modules, decks.decks), scheduleOptions(settings)),
    [state, now, modules, decks, settings],
  );
  const view: ProgressView = {
    progress,
    modules,
    decks,
    skills: new Map(engine.skills.map(({ id, title }) => [id, say(title)])),
    rule: (id: string) => (isMisconceptionId(id) ? say(misconception(id).name) : null),
    words,
    language,
    glyphs,
    width: width - 2,
    linear,
  };
  const step = (by: 1 | -1) => () => {
    setPart((from) => PARTS[(PARTS.indexOf(from) + by + PARTS.length) % PARTS.length] ?? 'overview');
  };
  const common = {
    view,
    handlers: {
      'next-part': step(1),
      'previous-part': step(-1),
      map: () => navigation.push({ screen: 'skills' }),
      back: navigation.back,
    },
  };
  return part === 'mistakes' ? (
    <MistakesPart key={part} {...common} />
  ) : (
    <TextPart key={part} part={part} {...common} />
  );
}

interface PartProps {
  readonly view: ProgressView;
  readonly handlers: Readonly<Record<'next-part' | 'previous-part' | 'map' | 'back', () => void>>;
}

/** The parts' names with the current one marked, and a free line. */
const TABS_HEIGHT = 2;

function tabLines(part: ProgressPart, { words, width }: ProgressView): Line[] {
  const names = words.progress.parts;
  const tabs = (gap: string): Line =>
    PARTS.map((one) =>
      one === part ? span(`[${names[one]}] `, 'selected') : span(`${gap}${names[one]} ${gap}`, 'muted'),
    );
  const roomy = tabs(' ');
  return [lineCells(roomy) > width + 2 ? tabs('') : roomy, BLANK];
}

function TextPart({
  part,
  view,
  handlers,
}: PartProps & { readonly part: Exclude<ProgressPart, 'mistakes'> }): ReactNode {
  const { height } = useBodySize();
  const lines = LINES[part](view);
  const scroll = useScroll(lines.length, height - TABS_HEIGHT);
  const keys = useKeys('progress', { ...handlers, ...scroll.handlers });
  return (
    <Frame title={[view.words.progress.title]} keys={keys}>
      {({ width, height: shown }) => (
        <Box flexDirection="column">
          <Lines lines={tabLines(part, view)} width={width} />
          <Scroll lines={lines} top={scroll.top} width={width} height={shown - TABS_HEIGHT} />
        </Box>
      )}
    </Frame>
  );
}

/** What a wrong rule is called, in both languages. */
function namesOfRule(id: string): readonly string[] {
  return isMisconceptionId(id) ? Object.values(misconception(id).name) : [];
}

/** Title, a free line and two lines about the chosen one. */
const DETAIL_HEIGHT = 4;

function MistakesPart({ view, handlers }: PartProps): ReactNode {
  const navigation = useNavigation();
  const { height } = useBodySize();
  const rows = mistakeRows(view);
  const room = Math.max(1, height - TABS_HEIGHT - DETAIL_HEIGHT);
  const list = useSearchedList(searchedRows(rows, namesOfRule), room);
  const chosen = namedRules(view)[list.index]?.of;
  const keys = useSearchedKeys(
    'progress-mistakes',
    {
      ...handlers,
      ...(rows.length > 1 ? list.handlers : {}),
      drill: chosen === undefined ? undefined : () => navigation.push({ screen: 'practice', names: [chosen.rule] }),
    },
    list.search,
  );
  return (
    <Frame title={[view.words.progress.title]} keys={keys}>
      {({ width }) => (
        <Box flexDirection="column">
          <Lines lines={tabLines('mistakes', view)} width={width} />
          {rows.length > 0 ? (
            <>
              <Lines lines={[line(view.words.progress.rules, 'strong')]} width={width} />
              <SearchedMenu list={list} rows={rows} width={width} height={room} top={TABS_HEIGHT + 1} />
              <Lines lines={[BLANK, ...(chosen === undefined ? [] : mistakeDetail(view, chosen))]} width={width} />
            </>
          ) : (
            <Lines lines={mistakeLines(view)} width={width} />
          )}
        </Box>
      )}
    </Frame>
  );
}
