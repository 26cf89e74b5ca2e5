import { basename } from 'node:path';
import { Box } from 'ink';
import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { ConversationSummary } from '../../captures/analysis/conversation.ts';
import { findingLabel } from '../../captures/analysis/finding-words.ts';
import type { PlacedSegment } from '../../captures/survey/placed-segment.ts';
import { isRemarkable, remarkedFindings } from '../../captures/survey/trouble.ts';
import { capturedTrace, MOST_SEGMENTS } from '../../captures/trace/conversation-trace.ts';
import { quoted } from '../../documents/problem.ts';
import { type LadderRow, ladderRows } from '../../trace/ladder.ts';
import { ladderHeader, ladderLines, ladderSentence } from '../../trace/ladder-line.ts';
import { ladderStyle } from '../../trace/plain.ts';
import type { CaptureRun } from '../capture-run.ts';
import { Frame, useRoom } from '../components/frame.tsx';
import { screenLine } from '../components/ladder/spans.ts';
import { linesAround } from '../components/ladder/still.ts';
import { Lines } from '../components/lines.tsx';
import { useNavigation, useSay, useShell } from '../context.ts';
import type { ConversationRun } from '../conversation-run.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { useList } from '../hooks/use-list.ts';
import { capturedSegmentLines } from '../layout/captured-segment-lines.ts';
import { type Line, line, span, spread, wrap, wrapText } from '../layout/line.ts';
import { captures, captureScreens as words } from '../text/captures.ts';
import { arrowOf } from './capture.tsx';

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
  const view = useSyncExternalStore(reading.subscribe, reading.view);
  useEffect(() => reading.stop, [reading]);
  const { number } = reading.summary;
  const title = [say(captures.title), quoted(basename(run.path), 40), say(captures.conversation(number))];
  if (view.kind === 'read' && view.segments.length > 0) {
    return (
      <ConversationLadder run={run} summary={reading.summary} segments={view.segments} from={from} title={title} />
    );
  }
  const told =
    view.kind === 'failed'
      ? view.why
      : view.kind === 'read'
        ? words.empty
        : words.readingConversation(number, view.share);
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

/** The analysis keeps at most this share of the body, and the ladder at least so many lines. */
const MOST_FOR_ANALYSIS = 0.5;
const LEAST_LADDER = 4;

function ConversationLadder({
  run,
  summary,
  segments,
  from,
  title,
}: {
  readonly run: CaptureRun;
  readonly summary: ConversationSummary;
  readonly segments: readonly PlacedSegment[];
  readonly from: number;
  readonly title: readonly string[];
}): ReactNode {
  const { settings, changeSettings, linear, language, glyphs } = useShell();
  const say = useSay();
  const navigation = useNavigation();
  const { width, height } = useRoom();
  const { numbers } = settings;
  const ascii = glyphs.drawing !== 'as-it-is';
  const [whole, showWhole] = useState(false);

  const captured = useMemo(() => {
    const epochMs = run.survey.tally.epochMs ?? 0;
    return capturedTrace(segments, summary, { file: run.path, numbers, epochMs, before: from - 1 });
  }, [run, segments, summary, numbers, from]);
  const { trace, analyses, leftOut } = captured;
  const rows = useMemo(() => ladderRows(trace, { marks: true }), [trace]);
  const rowOf = useMemo(() => sendingRows(rows, trace.segments.length), [rows, trace]);
  const remarked = useMemo(
    () => analyses.flatMap(({ findings }, at) => (isRemarkable(findings) ? [at] : [])),
    [analyses],
  );
  const style = useMemo(() => {
    const remarks = analyses.map(({ findings }) =>
      remarkedFindings(findings).map((finding) => findingLabel(finding)[language]),
    );
    // The trace has the numbers to be shown, also where they count from something else than a SYN.
    return ladderStyle(trace, { width: width - POINTER, language, numbers: 'absolute', ascii, remarks });
  }, [trace, analyses, width, language, ascii]);

  const choosable = useMemo(() => new Array<boolean>(trace.segments.length).fill(true), [trace]);
  const { index, set, handlers } = useList(choosable, Math.max(2, Math.floor(height / 4)));
  const next = remarked.find((at) => at > index);
  const previous = remarked.findLast((at) => at < index);
  const part = (first: number) =>
    navigation.replace({ screen: 'capture-conversation', run, conversation: summary.number, from: first });
  const file = quoted(basename(run.path), 60);
  const keys = useKeys('capture-conversation', {
    ...handlers,
    ask: () => navigation.push({ screen: 'capture-practice', captured }),
    'next-remark': next === undefined ? undefined : () => set(next),
    'previous-remark': previous === undefined ? undefined : () => set(previous),
    detail: linear ? undefined : () => showWhole(!whole),
    numbers: () => changeSettings({ numbers: numbers === 'absolute' ? 'relative' : 'absolute' }),
    watch: () =>
      navigation.push({
        screen: 'replay',
        trace,
        about: words.replayAbout(summary.number, file),
        from: index + 1,
      }),
    earlier: leftOut.before === 0 ? undefined : () => part(Math.max(1, from - MOST_SEGMENTS)),
    later: leftOut.after === 0 ? undefined : () => part(from + MOST_SEGMENTS),
    back: navigation.back,
  });

  const n = index + 1;
  const about = (room: number): Line[] =>
    capturedSegmentLines(captured, summary, n, { width: room, language, arrow: arrowOf(glyphs), dot: glyphs.dot });
  const at = rowOf[index] ?? 0;
  const status: Line = [
    ...(remarked.length === 0
      ? []
      : [span(`! ${remarked.filter((one) => one <= index).length}/${remarked.length}`, 'warn'), span('   ')]),
    span(say(words.segmentOf(leftOut.before + n, leftOut.before + trace.segments.length + leftOut.after)), 'muted'),
  ];

  if (linear) {
    const row = rows[at];
    return (
      <Frame title={title} status={status} keys={keys}>
        {({ width: room }) => (
          <Lines
            lines={[...(row === undefined ? [] : wrap(screenLine(ladderSentence(row, style)), room)), ...about(room)]}
            width={room}
          />
        )}
      </Frame>
    );
  }
  const draw = (row: LadderRow, rowIndex: number): readonly Line[] => {
    const chosen = rowIndex === at;
    const drawn = ladderLines(row, chosen ? { ...style, focus: [n] } : style);
    return drawn.map((spans, lineAt): Line => {
      const mark = chosen && lineAt === drawn.length - 1 ? `${glyphs.pointer} ` : '  ';
      return [span(mark, chosen ? 'selected' : 'plain'), ...screenLine(spans)];
    });
  };
  return (
    <Frame title={title} status={status} keys={keys}>
      {({ width: room, height: shown }) => {
        const all = about(room);
        const most = whole
          ? shown - 2 - LEAST_LADDER
          : Math.min(Math.floor(shown * MOST_FOR_ANALYSIS), shown - 2 - LEAST_LADDER);
        const lines = Math.max(1, Math.min(whole ? all.length : PANE, most));
        const ladderHeight = Math.max(1, shown - 2 - lines);
        const scene = linesAround(rows, at, ladderHeight, draw);
        const header = spread(
          [span('  '), ...screenLine(ladderHeader(trace, style))],
          scene.above ? line(glyphs.less, 'muted') : [],
          room,
        );
        const rule = scene.below
          ? spread(line(glyphs.rule.repeat(Math.max(0, room - 2)), 'muted'), line(glyphs.more, 'muted'), room)
          : line(glyphs.rule.repeat(room), 'muted');
        const cut = all.length > lines;
        const pane = cut
          ? [...all.slice(0, lines - 1), spread(all[lines - 1] ?? [], line(glyphs.more, 'muted'), room)]
          : all;
        return (
          <Box flexDirection="column">
            <Lines lines={[header]} width={room} />
            <Box flexDirection="column" height={ladderHeight}>
              <Lines lines={scene.lines} width={room} />
            </Box>
            <Lines lines={[rule, ...pane]} width={room} />
          </Box>
        );
      }}
    </Frame>
  );
}

/** Cells before the ladder for the sign of the chosen row. */
const POINTER = 2;
/** Lines of the analysis where it is not asked for as a whole: the ladder does not jump as one moves through it. */
const PANE = 9;

/** By n - 1, the row at which a segment is sent. */
function sendingRows(rows: readonly LadderRow[], segments: number): readonly number[] {
  const found = new Array<number>(segments).fill(0);
  rows.forEach((row, at) => {
    if (row.kind === 'segment' && row.crossing !== 'arrives') found[row.segment.n - 1] = at;
  });
  return found;
}
