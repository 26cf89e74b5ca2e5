import { Box } from 'ink';
import type { ReactNode } from 'react';
import type { Text } from '../../../language.ts';
import { Frame, type Room, useRoom } from '../../components/frame.tsx';
import { LadderStage } from '../../components/ladder/stage.tsx';
import { type ShownLadder, type ShownOptions, useShownLadder } from '../../components/ladder/use-shown-ladder.ts';
import { Lines } from '../../components/lines.tsx';
import { useSay, useShell, useWords } from '../../context.ts';
import type { ActiveKeys } from '../../input/dispatcher.ts';
import { BLANK, type Line, span, wrap, wrapText } from '../../layout/line.ts';
import { padStart } from '../../layout/width.ts';
import { sandboxWords as words } from '../../text/sandbox.ts';
import type { Moment } from './moment.ts';
import { canRun, flightMs, type Play } from './play-state.ts';

/** Something said instead of what happened last, until the next key. */
export interface Told {
  readonly text: Text;
  readonly rfc: string;
}

/** The ladder of a sandbox at this moment, drawn to leave `below` lines. */
export interface SandboxStage {
  readonly ladder: ShownLadder;
  readonly room: Room;
  readonly below: number;
}

/** The ladder is what is played with: the panel gives way sooner than where it is only watched. */
const LEAST_LADDER = 7;

/** Lays the ladder out; what is below it takes `below` lines. `show` brings rows of it into sight. */
export function useStage(play: Play, below: number, show: ShownOptions['show']): SandboxStage {
  const whole = useRoom();
  const room: Room = { ...whole, height: Math.max(1, whole.height - below) };
  const { sandbox, playback, at, bottom } = play;
  // At rest nothing plays, and the figures lag behind nothing.
  const player = { at, playing: canRun(play), bottom };
  const { trace } = sandbox;
  const least = LEAST_LADDER;
  const ladder = useShownLadder({ trace, playback, player, flightMs: flightMs(sandbox), room, least, show });
  return { ladder, room, below };
}

/** How many predictions were right, also once nobody predicts any more; nothing where nobody has. */
export function scoreLine({ predicting, score }: Play, say: (text: Text) => string): Line {
  if (!predicting && score.of === 0) return [];
  const said = say(score.of === 0 ? words.predicting : words.score(score.right, score.of));
  return [span(said, predicting ? 'accent' : 'muted'), span('   ')];
}

/** The ladder of a sandbox, what happened last, the variables of both sides, and below them what a pane puts there. */
export function StageView({
  stage: { ladder, room, below },
  play,
  moment,
  title,
  about,
  told,
  keys,
  lines,
  typed = null,
}: {
  readonly stage: SandboxStage;
  readonly play: Play;
  readonly moment: Moment;
  readonly title: readonly string[];
  /** What to look at, shown until something has happened. */
  readonly about: Text;
  /** Said instead of what happened last. */
  readonly told: readonly Told[];
  readonly keys: ActiveKeys;
  /** The lines below. */
  readonly lines: readonly Line[];
  /** Drawn after them, a line being typed; told how far down it stands in the body. */
  readonly typed?: ((top: number, width: number) => ReactNode) | null;
}): ReactNode {
  const { settings, linear } = useShell();
  const { watch } = useWords();
  const say = useSay();
  const { running } = play;
  const scored = scoreLine(play, say);
  const resting = moment.ahead !== 'more';
  const state = resting
    ? say(moment.ahead === 'nothing' ? words.quiet : words.beyondLimit)
    : running
      ? watch.playing(settings.speed)
      : watch.paused(settings.speed);
  const status: Line = linear
    ? [...scored, span(watch.time(ladder.figures.client.nowMs))]
    : [
        ...scored,
        span(state, resting ? 'muted' : 'accent'),
        span(padStart(watch.time(ladder.figures.client.nowMs), 12)),
      ];
  const introduction = (width: number, height: number): Line[] => {
    const text = wrapText(say(about), width);
    return linear ? text : [BLANK, ...text].slice(0, height);
  };
  const said = (width: number): Line[] | null =>
    told.length === 0
      ? null
      : told.flatMap(({ text, rfc }) =>
          wrap([span(say(text), 'accent'), span(rfc === '' ? '' : ` ${rfc}`, 'muted')], width),
        );
  const typedLines = typed === null ? 0 : 1;
  const shown = linear ? lines : Array.from({ length: below - typedLines }, (_, at) => lines[at] ?? BLANK);
  return (
    <Frame title={title} status={status} keys={keys}>
      {({ width }) => (
        <Box flexDirection="column">
          <LadderStage ladder={ladder} room={room} introduction={introduction} told={said(width)} />
          <Lines lines={shown} width={width} />
          {typed?.(room.height + shown.length, width)}
        </Box>
      )}
    </Frame>
  );
}
