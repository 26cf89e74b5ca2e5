import { basename } from 'node:path';
import { Box } from 'ink';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
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
import { useKeys } from '../hooks/use-keys.ts';
import { useList } from '../hooks/use-list.ts';
import { capturedSegmentLines } from '../layout/captured-segment-lines.ts';
import { WIDEST_LADDER } from '../layout/ladder-width.ts';
import { type Line, line, span, spread, wrap } from '../layout/line.ts';
import { captureScreens as words } from '../text/capture-screens.ts';
import { grouped } from '../text/format.ts';
import { arrowOf } from '../theme.ts';

/**
 * A captured conversation as a ladder, with a cursor on one segment, and below it all that is known of that segment. From
 * here it is watched, or asked about.
 */
export function CaptureLadder({
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

  const traceWith = useCallback(
    (shown: 'absolute' | 'relative') => {
      const epochMs = run.survey.tally.epochMs ?? 0;
      return capturedTrace(segments, summary, { file: run.path, numbers: shown, epochMs, before: from - 1 });
    },
    [run, segments, summary, from],
  );
  const captured = useMemo(() => traceWith(numbers), [traceWith, numbers]);
  const { trace, analyses, leftOut } = captured;
  const rows = useMemo(() => ladderRows(trace, { marks: true }), [trace]);
  const rowOf = useMemo(() => sendingRows(rows, trace.segments.length), [rows, trace]);
  const remarked = useMemo(
    () => analyses.flatMap(({ findings }, at) => (isRemarkable(findings) ? [at] : [])),
    [analyses],
  );
  const ladderWidth = Math.min(width - POINTER, WIDEST_LADDER);
  const style = useMemo(() => {
    const remarks = analyses.map(({ findings }) =>
      remarkedFindings(findings).map((finding) => findingLabel(finding)[language]),
    );
    // The trace has the numbers to be shown, also where they count from something else than a SYN.
    return ladderStyle(trace, { width: ladderWidth, language, numbers: 'absolute', ascii, remarks });
  }, [trace, analyses, ladderWidth, language, ascii]);

  const choosable = useMemo(() => new Array<boolean>(trace.segments.length).fill(true), [trace]);
  const { index, set, handlers } = useList(choosable, Math.max(2, Math.floor(height / 4)));
  const next = remarked.find((at) => at > index);
  const previous = remarked.findLast((at) => at < index);
  const n = index + 1;
  const all = capturedSegmentLines(captured, summary, n, {
    width,
    language,
    arrow: arrowOf(glyphs),
    dot: glyphs.dot,
    oldTimestamps: style.oldTimestamps,
  });
  const lines = analysisLines(height, all.length, whole);
  const isCut = all.length > lines;
  const part = (first: number) =>
    navigation.replace({ screen: 'capture-conversation', run, conversation: summary.number, from: first });
  const file = quoted(basename(run.path), 60);
  const keys = useKeys('capture-conversation', {
    ...handlers,
    ask: () => navigation.push({ screen: 'capture-practice', captured }),
    'next-remark': next === undefined ? undefined : () => set(next),
    'previous-remark': previous === undefined ? undefined : () => set(previous),
    detail: linear || !(whole || isCut) ? undefined : () => showWhole(!whole),
    numbers: () => changeSettings({ numbers: numbers === 'absolute' ? 'relative' : 'absolute' }),
    watch: () =>
      navigation.push({
        screen: 'replay',
        // It turns numbers into relative ones itself.
        trace: traceWith('absolute').trace,
        about: words.replayAbout(summary.number, file),
        from: index + 1,
      }),
    earlier: leftOut.before === 0 ? undefined : () => part(Math.max(1, from - MOST_SEGMENTS)),
    later: leftOut.after === 0 ? undefined : () => part(from + MOST_SEGMENTS),
    back: navigation.back,
  });

  const at = rowOf[index] ?? 0;
  const inAll = leftOut.before + trace.segments.length + leftOut.after;
  const passed = remarked.filter((one) => one <= index).length;
  const status: Line = [
    ...(remarked.length === 0
      ? []
      : [
          span(linear ? say(words.findingOf(passed, remarked.length)) : `! ${passed}/${remarked.length}`, 'warn'),
          span(linear ? ' ' : '   '),
        ]),
    span(
      width < NARROW && !linear
        ? `${grouped(leftOut.before + n)}/${grouped(inAll)}`
        : say(words.segmentOf(leftOut.before + n, inAll)),
      'muted',
    ),
  ];

  if (linear) {
    const row = rows[at];
    return (
      <Frame title={title} status={status} keys={keys}>
        {({ width: room }) => (
          <Lines
            lines={[...(row === undefined ? [] : wrap(screenLine(ladderSentence(row, style)), room)), ...all]}
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
        const pane = isCut
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

/** The analysis takes at most this share of the body, unless it is wanted whole; the ladder keeps at least so many lines. */
const MOST_FOR_ANALYSIS = 0.5;
const LEAST_LADDER = 4;
/** Lines of the analysis, however few there are to say: the ladder does not jump as one moves through it. */
const ANALYSIS = 8;

/** How many lines of a body of `height` the analysis has, of `all` that it could use. */
function analysisLines(height: number, all: number, whole: boolean): number {
  // Wanted whole, it is what is read; the ladder keeps the row it is about.
  if (whole) return Math.max(1, Math.min(all, height - 3));
  return Math.max(1, Math.min(ANALYSIS, height - 2 - LEAST_LADDER, Math.floor(height * MOST_FOR_ANALYSIS)));
}

/** Below this the title has no room for words at its end, cells. */
const NARROW = 76;
/** Cells before the ladder for the sign of the chosen row. */
const POINTER = 2;
/** By n - 1, the row at which a segment is sent. */
function sendingRows(rows: readonly LadderRow[], segments: number): readonly number[] {
  const found = new Array<number>(segments).fill(0);
  rows.forEach((row, at) => {
    if (row.kind === 'segment' && row.crossing !== 'arrives') found[row.segment.n - 1] = at;
  });
  return found;
}
