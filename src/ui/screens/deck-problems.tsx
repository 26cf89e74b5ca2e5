import type { ReactNode } from 'react';
import { quoted } from '../../documents/problem.ts';
import { noteProblems } from '../../learning/decks/deck-notices.ts';
import { Frame, useRoom } from '../components/frame.tsx';
import { Scroll } from '../components/scroll.tsx';
import { useNavigation, useSay, useServices, useWords } from '../context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { useScroll } from '../hooks/use-scroll.ts';
import { type Line, line, span, wrap } from '../layout/line.ts';

const LONGEST_PATH = 300;

/** What is wrong with the notes of a deck, or of all decks: file, line and what to do, as `seqack deck check` tells it. */
export function DeckProblemsScreen({ deck }: { readonly deck: string | null }): ReactNode {
  const { decks } = useServices();
  const { decks: words } = useWords();
  const say = useSay();
  const navigation = useNavigation();
  const { width, height } = useRoom();
  const told = noteProblems(decks, deck).flatMap(({ path, line: at, severity, message }): Line[] => {
    const where = span(`${quoted(path, LONGEST_PATH)}:${at}: `, 'code');
    const kind = severity === 'warning' ? [span(words.warning, 'warn')] : [];
    return wrap([where, ...kind, span(say(message))], width - 2, 2);
  });
  const others = decks.problems.flatMap((text): Line[] => wrap([span(say(text))], width - 2, 2));
  const lines = [...told, ...(deck === null ? others : [])];
  const scroll = useScroll(lines.length, height);
  const keys = useKeys('deck-problems', { ...scroll.handlers, back: navigation.back });
  return (
    <Frame title={[words.problemsTitle]} keys={keys}>
      {({ width: room, height: shown }) => (
        <Scroll
          lines={lines.length === 0 ? [line(words.noProblems)] : lines}
          top={scroll.top}
          width={room}
          height={shown}
        />
      )}
    </Frame>
  );
}
