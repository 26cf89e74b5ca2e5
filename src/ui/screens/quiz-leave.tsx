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
  onLater,
  onGoOn,
}: {
  readonly answered: number;
  readonly of: number;
  readonly status: Status;
  readonly onEnd: () => void;
  /** Leaves it to be gone on with; undefined while there is nothing to keep. */
  readonly onLater: (() => void) | undefined;
  readonly onGoOn: () => void;
}): ReactNode {
  const { quiz: words } = useWords();
  const keys = useKeys('quiz-leave', { end: onEnd, later: onLater, 'go-on': onGoOn });
  return (
    <Frame title={[words.title]} status={status} keys={keys}>
      {({ width }) => (
        <Lines
          lines={[
            BLANK,
            line(words.leave, 'strong'),
            ...wrapText(words.leaveAbout(answered, of), width),
            ...(onLater === undefined ? [] : wrapText(words.laterAbout, width)),
          ]}
          width={width}
        />
      )}
    </Frame>
  );
}
