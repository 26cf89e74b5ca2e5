import { Box } from 'ink';
import { type ReactNode, useLayoutEffect, useState } from 'react';
import type { Module } from '../../curriculum/module.ts';
import { Frame } from '../components/frame.tsx';
import { Lines } from '../components/lines.tsx';
import { Scroll } from '../components/scroll.tsx';
import { useBodySize, useGlyphs, useNavigation, useSay, useServices, useShell, useWords } from '../context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { useScroll } from '../hooks/use-scroll.ts';
import { lessonLines } from '../layout/lesson.ts';
import { BLANK, type Line, line, span, wrapText } from '../layout/line.ts';
import type { ModulePart } from '../route.ts';
import { cardLines, interviewLines, pointLines, rfcLines } from './module-lines.ts';

const PARTS: readonly ModulePart[] = ['lesson', 'points', 'interview', 'cards', 'rfc'];

/** One concept in parts: the lesson, key points, interview questions, cards, RFC sections. */
export function ModuleScreen({ module, first }: { readonly module: Module; readonly first: ModulePart }): ReactNode {
  const { store } = useServices();
  const navigation = useNavigation();
  const words = useWords();
  const say = useSay();
  const [part, setPart] = useState(first);

  // Before the next key is delivered, which may finish the lesson.
  useLayoutEffect(() => {
    if (store.state.lessons.get(module.id)?.openedAt == null) {
      store.append({ kind: 'lesson', module: module.id, what: 'opened' });
    }
  }, [store, module.id]);

  const step = (by: 1 | -1) => () => {
    setPart((from) => PARTS[(PARTS.indexOf(from) + by + PARTS.length) % PARTS.length] ?? 'lesson');
  };
  const common: PartProps = {
    module,
    part,
    title: [words.learn.title, say(module.title)],
    setPart,
    handlers: {
      'next-part': step(1),
      'previous-part': step(-1),
      watch: () => navigation.push({ screen: 'scenarios', only: module.scenarios }),
      practise: () => navigation.push({ screen: 'practice', names: module.skills }),
      cards: module.cards.length === 0 ? undefined : () => navigation.push({ screen: 'review', module: module.id }),
      back: navigation.back,
    },
  };
  switch (part) {
    case 'lesson':
      return <LessonPart key={part} {...common} />;
    case 'interview':
      return <InterviewPart key={part} {...common} />;
    default:
      return <ListPart key={part} {...common} />;
  }
}

interface PartProps {
  readonly module: Module;
  readonly part: ModulePart;
  readonly title: readonly string[];
  readonly setPart: (part: ModulePart) => void;
  readonly handlers: Readonly<
    Record<'next-part' | 'previous-part' | 'watch' | 'practise' | 'back', () => void> &
      Record<'cards', (() => void) | undefined>
  >;
}

/** The parts' names with the current one marked, and a free line. */
const TABS_HEIGHT = 2;

function tabs(part: ModulePart, names: Readonly<Record<ModulePart, string>>): Line {
  return PARTS.map((one) => (one === part ? span(`[${names[one]}] `, 'selected') : span(` ${names[one]}  `, 'muted')));
}

/** Keys are each part's own affair; what they look like is not. */
function PartFrame({
  title,
  part,
  lines,
  top,
  count,
  keys,
}: {
  readonly title: readonly string[];
  readonly part: ModulePart;
  readonly lines: readonly Line[];
  readonly top: number;
  readonly count?: Line;
  readonly keys: ReturnType<typeof useKeys>;
}): ReactNode {
  const { module: words } = useWords();
  return (
    <Frame title={title} status={count} keys={keys}>
      {({ width, height }) => (
        <Box flexDirection="column">
          <Lines lines={[tabs(part, words.parts), BLANK]} width={width} />
          <Scroll lines={lines} top={top} width={width} height={height - TABS_HEIGHT} />
        </Box>
      )}
    </Frame>
  );
}

function LessonPart({ module, part, title, setPart, handlers }: PartProps): ReactNode {
  const { language } = useShell();
  const { store } = useServices();
  const { module: words } = useWords();
  const glyphs = useGlyphs();
  const { width, height } = useBodySize();
  const finished = store.state.lessons.get(module.id)?.finishedAt != null;
  const lines = [
    ...lessonLines(module.lesson[language], width - 2, glyphs, language),
    BLANK,
    ...(finished ? [line(`${glyphs.right} ${words.alreadyRead}`, 'good')] : wrapText(words.readOn, width - 2, 'muted')),
  ];
  const scroll = useScroll(lines.length, height - TABS_HEIGHT);
  const keys = useKeys('lesson', {
    ...handlers,
    ...scroll.handlers,
    done: () => {
      if (!finished) store.append({ kind: 'lesson', module: module.id, what: 'finished' });
      setPart('points');
    },
  });
  return <PartFrame title={title} part={part} lines={lines} top={scroll.top} keys={keys} />;
}

function InterviewPart({ module, part, title, handlers }: PartProps): ReactNode {
  const navigation = useNavigation();
  const { language, words } = useShell();
  const glyphs = useGlyphs();
  const { width, height } = useBodySize();
  const [{ at, revealed }, show] = useState({ at: 0, revealed: false });
  const question = module.interview[at];
  const lines =
    question === undefined ? [] : interviewLines(question, revealed, language, words.module, width - 2, glyphs);
  const scroll = useScroll(lines.length, height - TABS_HEIGHT);
  const several = module.interview.length > 1;
  const keys = useKeys('interview', {
    ...handlers,
    ...scroll.handlers,
    reveal: () => show({ at, revealed: !revealed }),
    write:
      question === undefined
        ? undefined
        : () => navigation.push({ screen: 'interview-question', module: module.id, question: question.id }),
    'next-question': several
      ? () => {
          scroll.toTop();
          show({ at: (at + 1) % module.interview.length, revealed: false });
        }
      : undefined,
  });
  return (
    <PartFrame
      title={title}
      part={part}
      lines={lines}
      top={scroll.top}
      count={[span(words.module.questionOf(at + 1, module.interview.length), 'muted')]}
      keys={keys}
    />
  );
}

function ListPart({ module, part, title, handlers }: PartProps): ReactNode {
  const { language, services, settings, words } = useShell();
  const glyphs = useGlyphs();
  const { width, height } = useBodySize();
  const lines =
    part === 'cards'
      ? cardLines(module, services.store.state, services.now(), settings, language, words, width - 2, glyphs)
      : part === 'rfc'
        ? rfcLines(module, language, width - 2)
        : pointLines(module, language, width - 2);
  const scroll = useScroll(lines.length, height - TABS_HEIGHT);
  const keys = useKeys('module', { ...handlers, ...scroll.handlers });
  return <PartFrame title={title} part={part} lines={lines} top={scroll.top} keys={keys} />;
}
