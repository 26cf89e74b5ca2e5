import { Box } from 'ink';
import type { ReactNode } from 'react';
import { relativeBases } from '../../../trace/relative.ts';
import { HOST_NAMES } from '../../../trace/trace.ts';
import { useSay, useShell, useWords } from '../../context.ts';
import { type Line, line, span, spread, wrap } from '../../layout/line.ts';
import { happening } from '../../text/happenings.ts';
import type { Room } from '../frame.tsx';
import { Lines } from '../lines.tsx';
import { panelLines } from './panel.ts';
import type { Ladder } from './use-ladder.ts';

/**
 * A ladder being played: who stands where, the ladder, what has just happened in words, and the variables of both ends.
 * For a screen reader only the words and the variables.
 */
export function LadderStage({
  ladder,
  room,
  introduction,
}: {
  readonly ladder: Ladder;
  readonly room: Room;
  /** What stands in the ladder's place before anything has happened. */
  readonly introduction: (width: number, height: number) => readonly Line[];
}): ReactNode {
  const { linear, glyphs } = useShell();
  const { width } = room;
  const { scene } = ladder;
  const { plan } = scene;
  const sentence = useSentence(ladder, width);
  const panel = usePanel(ladder, width);
  if (linear) {
    const before = scene.lines === null ? introduction(width, room.height) : [];
    return <Lines lines={[...before, ...sentence, ...panel]} width={width} />;
  }
  const shown = scene.lines ?? { lines: introduction(width, plan.ladder), above: false, below: false };
  const header = spread(scene.header, shown.above ? line(glyphs.less, 'muted') : [], width);
  const rule = shown.below
    ? spread(line(glyphs.rule.repeat(width - 2), 'muted'), line(glyphs.more, 'muted'), width)
    : line(glyphs.rule.repeat(width), 'muted');
  return (
    <Box flexDirection="column">
      <Lines lines={[header]} width={width} />
      <Box flexDirection="column" height={plan.ladder}>
        <Lines lines={shown.lines} width={width} />
      </Box>
      <Lines lines={[rule, ...filled(sentence, plan.words), ...panel.slice(0, plan.panel)]} width={width} />
    </Box>
  );
}

/** What has just happened, in words. */
function useSentence({ trace, step }: Ladder, width: number): Line[] {
  const { settings, glyphs } = useShell();
  const say = useSay();
  if (step === undefined) return [];
  const after = step.after[trace.events[step.event]?.host ?? 'client'];
  const numbers = { shown: settings.numbers, bases: relativeBases(trace) };
  const { text, rfc } = happening(trace, step.event, step.last, after, numbers);
  const words = glyphs.drawing === 'as-it-is' ? say(text) : say(text).replaceAll('→', '->');
  return wrap([span(words), ...(rfc.length > 0 ? [span(` ${rfc.join(', ')}`, 'muted')] : [])], width);
}

/** The variables of both ends. */
function usePanel({ step, nowMs, scene }: Ladder, width: number): Line[] {
  const { settings } = useShell();
  const { watch: words } = useWords();
  if (!scene.hasVariables) return [];
  const hosts = HOST_NAMES.map((host) => ({ name: words.hosts[host], snapshot: step?.after[host] ?? null }));
  return panelLines(hosts, { width, numbers: settings.numbers, digits: scene.style.digits, nowMs, words });
}

/** Exactly `count` lines. */
function filled(lines: readonly Line[], count: number): Line[] {
  return Array.from({ length: count }, (_, at) => lines[at] ?? []);
}
