import type { ReactNode } from 'react';
import { Frame, type Status } from '../components/frame.tsx';
import { Lines } from '../components/lines.tsx';
import { useWords } from '../context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { BLANK, line, wrapText } from '../layout/line.ts';

/** Asks before a quiz is ended early. */
export function QuizLeave({
  answered,
  of,
  status,
  onEnd,
  onGoOn,
}: {
  readonly answered: number;
  readonly of: number;
  readonly status: Status;
  readonly onEnd: () => void;
  readonly onGoOn: () => void;
}): ReactNode {
  const { quiz: words } = useWords();
  const keys = useKeys('quiz-leave', { end: onEnd, 'go-on': onGoOn });
  return (
    <Frame title={[words.title]} status={status} keys={keys}>
      {({ width }) => (
        <Lines
          lines={[BLANK, line(words.leave, 'strong'), ...wrapText(words.leaveAbout(answered, of), width)]}
          width={width}
        />
      )}
    </Frame>
  );
}
