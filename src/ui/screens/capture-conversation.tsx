import { basename } from 'node:path';
import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { quoted } from '../../documents/problem.ts';
import type { CaptureRun } from '../capture-run.ts';
import { Frame } from '../components/frame.tsx';
import { Lines } from '../components/lines.tsx';
import { useNavigation, useSay, useShell } from '../context.ts';
import type { ConversationRun } from '../conversation-run.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { wrapText } from '../layout/line.ts';
import { captureScreens as words } from '../text/capture-screens.ts';
import { captures } from '../text/captures.ts';
import { CaptureLadder } from './capture-ladder.tsx';

interface Opened {
  readonly run: CaptureRun;
  readonly reading: ConversationRun;
  /** Number of the first segment of the part that is shown. */
  readonly from: number;
}

/** One conversation of a capture, once its segments have been collected. */
export function CaptureConversationScreen({ run, reading, from }: Opened): ReactNode {
  const say = useSay();
  const navigation = useNavigation();
  const { columns, linear } = useShell();
  const view = useSyncExternalStore(reading.subscribe, reading.view);
  useEffect(() => reading.stop, [reading]);
  const { number } = reading.summary;
  const title = [quoted(basename(run.path), Math.floor(columns / 3)), say(captures.conversation(number))];
  if (view.kind === 'read' && view.segments.length > 0) {
    return <CaptureLadder run={run} summary={reading.summary} segments={view.segments} from={from} title={title} />;
  }
  const told =
    view.kind === 'failed'
      ? view.why
      : view.kind === 'read'
        ? words.empty
        : words.readingConversation(number, linear ? null : view.share);
  return <Waiting title={title} told={say(told)} onBack={navigation.back} />;
}

function Waiting({
  title,
  told,
  onBack,
}: {
  readonly title: readonly string[];
  readonly told: string;
  readonly onBack: () => void;
}): ReactNode {
  const keys = useKeys('capture-conversation', { back: onBack });
  return (
    <Frame title={title} keys={keys}>
      {({ width }) => <Lines lines={wrapText(told, width)} width={width} />}
    </Frame>
  );
}
