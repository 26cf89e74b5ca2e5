import { Box } from 'ink';
import { type ReactNode, useState } from 'react';
import type { Settings } from '../../learning/settings.ts';
import { Frame } from '../components/frame.tsx';
import { Lines } from '../components/lines.tsx';
import { choosableRows, Menu, type MenuRow } from '../components/menu.tsx';
import { useNavigation, useServices, useShell, useWords } from '../context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { useList } from '../hooks/use-list.ts';
import { BLANK, span, wrapText } from '../layout/line.ts';
import { changed } from './setting-values.ts';

const ORDER = ['quizCount', 'quizMinutes', 'quizFeedback'] as const satisfies readonly (keyof Settings)[];

/** The rules of a timed quiz before it starts; they are kept for the next one. */
export function QuizSetupScreen(): ReactNode {
  const { settings, changeSettings } = useShell();
  const { newSeed } = useServices();
  const { quizSetup: words, settings: names, shell } = useWords();
  const navigation = useNavigation();
  const [seed, setSeed] = useState(newSeed);
  const values: Readonly<Record<(typeof ORDER)[number], string>> = {
    quizCount: shell.questions(settings.quizCount),
    quizMinutes: shell.minutes(settings.quizMinutes),
    quizFeedback: names.feedback[settings.quizFeedback],
  };
  const value = (text: string) => [span('< ', 'muted'), span(text, 'accent'), span(' >', 'muted')];
  const rows: MenuRow[] = [
    ...ORDER.map((name): MenuRow => ({ kind: 'item', key: name, label: words.names[name], note: value(values[name]) })),
    { kind: 'item', key: 'seed', label: words.seed, note: value(seed) },
  ];
  const list = useList(choosableRows(rows), rows.length);
  const name = ORDER[list.index];
  const change = (by: 1 | -1) => () => {
    if (name === undefined) setSeed(newSeed());
    else changeSettings(changed(settings, name, by));
  };
  const keys = useKeys('quiz-setup', {
    ...list.handlers,
    decrease: change(-1),
    increase: change(1),
    start: () =>
      navigation.replace({
        screen: 'quiz',
        rules: {
          count: settings.quizCount,
          limitMs: settings.quizMinutes * 60_000,
          seed,
          feedback: settings.quizFeedback,
        },
      }),
    back: navigation.back,
  });
  const perQuestion = (settings.quizMinutes * 60_000) / settings.quizCount;
  return (
    <Frame title={[words.title]} keys={keys}>
      {({ width }) => (
        <Box flexDirection="column">
          <Menu rows={rows} index={list.index} width={Math.min(width, 64)} height={rows.length} />
          <Lines
            lines={[BLANK, ...wrapText(words.about(shell.took(perQuestion), seed), Math.min(width, 72), 'muted')]}
            width={width}
          />
        </Box>
      )}
    </Frame>
  );
}
