import { Box } from 'ink';
import type { ReactNode } from 'react';
import { ActiveContext, useBodySize, useSay, useShell, useWords } from '../context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { useScroll } from '../hooks/use-scroll.ts';
import type { ActiveKeys } from '../input/dispatcher.ts';
import type { Binding } from '../keys/binding.ts';
import { bindingsOf, KEYMAP } from '../keys/keymap.ts';
import { BLANK, type Line, line, span } from '../layout/line.ts';
import { cells, padEnd } from '../layout/width.ts';
import { Frame } from './frame.tsx';
import { keyLabel } from './key-hints.ts';
import { Scroll } from './scroll.tsx';

/** All keys that work on the screen below, and those that work everywhere. */
export function HelpScreen({ of, onClose }: { readonly of: ActiveKeys; readonly onClose: () => void }): ReactNode {
  return (
    <ActiveContext.Provider value={true}>
      <Help of={of} onClose={onClose} />
    </ActiveContext.Provider>
  );
}

function Help({ of, onClose }: { readonly of: ActiveKeys; readonly onClose: () => void }): ReactNode {
  const { language, glyphs } = useShell();
  const say = useSay();
  const words = useWords();
  const size = useBodySize();
  const names = (binding: Binding) => binding.keys.map((key) => keyLabel(key, glyphs)).join('  ');
  const everywhere = bindingsOf('everywhere');
  const column = Math.max(...[...of.bindings, ...everywhere].map((binding) => cells(names(binding))));
  const section = (title: string, bindings: readonly Binding[]): Line[] => [
    line(title, 'strong'),
    ...bindings.map((binding) => [
      span(`  ${padEnd(names(binding), column)}   `, 'accent'),
      span(binding.label[language]),
    ]),
  ];
  const lines = [
    ...section(say(KEYMAP[of.context].title), of.bindings),
    BLANK,
    ...section(say(KEYMAP.everywhere.title), everywhere),
    ...(of.typing === null ? [] : [BLANK, line(words.shell.typingTakesLetters, 'muted')]),
  ];
  const scroll = useScroll(lines.length, size.height);
  const keys = useKeys('help', { ...scroll.handlers, close: onClose });
  return (
    <Box>
      <Frame title={[words.shell.keys]} keys={keys}>
        {({ width, height }) => <Scroll lines={lines} top={scroll.top} width={width} height={height} />}
      </Frame>
    </Box>
  );
}
