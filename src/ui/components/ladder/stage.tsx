import { Box } from 'ink';
import { type ReactNode, useMemo } from 'react';
import { relativeBases } from '../../../trace/relative.ts';
import { HOST_NAMES, type HostName } from '../../../trace/trace.ts';
import { useSay, useShell, useWords } from '../../context.ts';
import { cutLine, type Line, line, lineCells, span, spread, wrap } from '../../layout/line.ts';
import { cells } from '../../layout/width.ts';
import { happening } from '../../text/happenings.ts';
import { ladderViewWords } from '../../text/ladder-view.ts';
import type { Room } from '../frame.tsx';
import { Lines } from '../lines.tsx';
import { panelLines } from './panel.ts';
import { sideAt } from './side.ts';
import { type SideStyle, sideBySide, sideLines, sideSentence } from './side-lines.ts';
import { storyText } from './story.ts';
import type { ShownLadder } from './use-shown-ladder.ts';

/**
 * A ladder being played: who stands where, the ladder, what has just happened (or the story of the segment that is
 * followed) in words, and the figures of both ends. For a screen reader words alone.
 */
export function LadderStage({
  ladder,
  room,
  introduction,
  told = null,
}: {
  readonly ladder: ShownLadder;
  readonly room: Pick<Room, 'width' | 'height'>;
  /** What stands in the ladder's place before anything has happened. */
  readonly introduction: (width: number, height: number) => readonly Line[];
  /** Said instead of what has just happened; null says that. */
  readonly told?: readonly Line[] | null;
}): ReactNode {
  const { linear, glyphs } = useShell();
  const { width } = room;
  const { scene, plan } = ladder;
  const happened = useSentence(ladder, width);
  const sentence = told ?? happened;
  const spare = sparedLines(plan);
  const words = Math.min(Math.max(plan.words, sentence.length), plan.words + spare);
  const panel = usePanel(ladder, words - plan.words);
  const spoken = useSpoken(ladder);
  if (linear) {
    const before = scene.lines === null ? introduction(width, room.height) : [];
    return <Lines lines={[...before, ...sentence, ...spoken.flatMap((one) => wrap(one, width))]} width={width} />;
  }
  const shown = scene.lines ?? { lines: introduction(plan.width, plan.ladder), above: false, below: false };
  const header = spread(scene.header, shown.above ? line(glyphs.less, 'muted') : [], plan.width);
  const rule = shown.below
    ? spread(line(glyphs.rule.repeat(width - 2), 'muted'), line(glyphs.more, 'muted'), width)
    : line(glyphs.rule.repeat(width), 'muted');
  const beside = plan.panel.kind === 'beside' ? plan.panel : null;
  return (
    <Box flexDirection="column">
      <Box flexDirection="row" height={plan.ladder + 1}>
        <Box flexDirection="column" width={plan.width}>
          <Lines lines={[header]} width={plan.width} />
          <Lines lines={shown.lines} width={plan.width} />
        </Box>
        {beside !== null && (
          <Box flexDirection="column" marginLeft={2} width={beside.width}>
            <Lines lines={panel} width={beside.width} />
          </Box>
        )}
      </Box>
      <Lines
        lines={[
          rule,
          ...cut(sentence, words, width, glyphs.ellipsis),
          ...(plan.panel.kind === 'below' ? filled(panel, plan.panel.height + plan.words - words) : []),
        ]}
        width={width}
      />
    </Box>
  );
}

/** What has just happened, or the story of the segment that is followed. */
function useSentence({ trace, step, story, nowMs }: ShownLadder, width: number): Line[] {
  const { settings, glyphs, language } = useShell();
  const { numbers } = settings;
  const say = useSay();
  const bases = useMemo(() => relativeBases(trace), [trace]);
  if (step === undefined) return [];
  const plain = (text: string) => (glyphs.drawing === 'as-it-is' ? text : text.replaceAll('→', '->'));
  if (story !== null) {
    const { name, rest } = storyText(story, { numbers, bases, nowMs, language });
    return wrap([span(name, 'accent'), span(` ${plain(rest)}`)], width);
  }
  const after = step.after[trace.events[step.event]?.host ?? 'client'];
  const { text, rfc } = happening(trace, step.event, step.last, after, { shown: numbers, bases });
  return wrap([span(plain(say(text))), ...(rfc.length > 0 ? [span(` ${rfc.join(', ')}`, 'muted')] : [])], width);
}

function useSideStyle(width: number): SideStyle {
  const { settings, glyphs, language } = useShell();
  const { watch } = useWords();
  return { width, numbers: settings.numbers, glyphs, words: ladderViewWords(language), timers: watch.timers };
}

/** Lines of the panel that long words may take for as long as they stand there; figures of no importance give way to them. */
function sparedLines({ panel }: ShownLadder['plan']): number {
  return panel.kind === 'below' && panel.page !== 'table' ? Math.max(0, panel.height - LEAST_FIGURES) : 0;
}

const LEAST_FIGURES = 2;

/** The figures of the ends, as the plan of the stage has room for them, in `fewer` lines than that below the ladder. */
function usePanel({ plan, playback, figures, trace }: ShownLadder, fewer: number): readonly Line[] {
  const { settings, linear } = useShell();
  const { watch } = useWords();
  const { panel } = plan;
  const style = useSideStyle(
    panel.kind === 'none'
      ? 0
      : panel.page === 'both' && panel.kind === 'below'
        ? Math.floor((panel.width - 2) / 2)
        : panel.width,
  );
  const digits = useMemo(() => longestNumber(trace), [trace]);
  // A screen reader is told in sentences, and its screen has no end to be filled up to.
  if (linear || panel.kind === 'none') return [];
  const side = (host: HostName, height: number) =>
    sideLines(watch.hosts[host], sideAt(playback.steps, figures[host].index, host, figures[host].nowMs), height, style);
  if (panel.kind === 'beside') {
    const height = Math.floor((panel.height - 1) / 2);
    return [...filled(side('client', height), height), [], ...side('server', height)];
  }
  const height = panel.height - fewer;
  switch (panel.page) {
    case 'both':
      return sideBySide(side('client', height), side('server', height), panel.width, 2);
    case 'table': {
      const { index, nowMs } = figures.client;
      const after = playback.steps[index]?.after;
      const hosts = HOST_NAMES.map((host) => ({ name: watch.hosts[host], snapshot: after?.[host] ?? null }));
      return panelLines(hosts, { width: panel.width, numbers: settings.numbers, digits, nowMs, words: watch });
    }
    default:
      return side(panel.page, height);
  }
}

/** Both ends in sentences, for a screen reader. */
function useSpoken({ playback, index, nowMs, hasVariables }: ShownLadder): Line[] {
  const { watch } = useWords();
  const { linear } = useShell();
  const style = useSideStyle(80);
  if (!linear || !hasVariables) return [];
  return HOST_NAMES.map((host) => sideSentence(watch.hosts[host], sideAt(playback.steps, index, host, nowMs), style));
}

/** Digits of the longest number that the variables may hold, so that columns stand still. */
function longestNumber({ segments }: ShownLadder['trace']): number {
  return segments.reduce((most, { seq, ack }) => Math.max(most, String(seq).length, String(ack).length), 3);
}

/** Exactly `count` lines; where that is not all of them, the last one says so. */
function cut(lines: readonly Line[], count: number, width: number, mark: string): Line[] {
  const last = lines[count - 1];
  if (lines.length <= count || last === undefined) return filled(lines, count);
  const room = width - cells(mark);
  const end = lineCells(last) <= room ? [...last, span(mark, 'muted')] : cutLine(last, room, mark);
  return [...lines.slice(0, count - 1), end];
}

/** Exactly `count` lines. */
function filled(lines: readonly Line[], count: number): Line[] {
  return Array.from({ length: count }, (_, at) => lines[at] ?? []);
}
