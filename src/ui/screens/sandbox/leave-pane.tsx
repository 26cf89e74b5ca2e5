import type { ReactNode } from 'react';
import { Frame } from '../../components/frame.tsx';
import { Lines } from '../../components/lines.tsx';
import { useSay } from '../../context.ts';
import { useKeys } from '../../hooks/use-keys.ts';
import { BLANK, line, wrapText } from '../../layout/line.ts';
import { sandboxWords, leaveWords as words } from '../../text/sandbox.ts';

/** Asks before moves that are in no file are lost. */
export function LeavePane({
  moves,
  onSave,
  onLeave,
  onStay,
}: {
  /** How many. */
  readonly moves: number;
  readonly onSave: () => void;
  readonly onLeave: () => void;
  readonly onStay: () => void;
}): ReactNode {
  const say = useSay();
  const keys = useKeys('sandbox-leave', { save: onSave, leave: onLeave, 'go-on': onStay });
  return (
    <Frame title={[say(sandboxWords.title), say(words.title)]} keys={keys}>
      {({ width }) => (
        <Lines
          lines={[BLANK, line(say(words.question), 'strong'), ...wrapText(say(words.about(moves)), width)]}
          width={width}
        />
      )}
    </Frame>
  );
}
