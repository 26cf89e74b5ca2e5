import { type ReactNode, useMemo, useState } from 'react';
import type { Text } from '../../language.ts';
import type { Scenario } from '../../simulator/scenario.ts';
import type { Trace } from '../../trace/trace.ts';
import { Frame, useRoom } from '../components/frame.tsx';
import { shortlyBefore } from '../components/ladder/playback.ts';
import { LadderStage } from '../components/ladder/stage.tsx';
import { useLadder } from '../components/ladder/use-ladder.ts';
import { useNavigation, useSay, useServices, useShell, useWords } from '../context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { BLANK, type Line, line, span, wrap } from '../layout/line.ts';
import { padStart } from '../layout/width.ts';
import type { Engine } from '../services.ts';

/** A scenario played live; each restart may take another seed. */
export function WatchScreen({
  engine,
  scenario,
  seed: first,
}: {
  readonly engine: Engine;
  readonly scenario: Scenario;
  readonly seed: string;
}): ReactNode {
  const { newSeed } = useServices();
  const { watch: words } = useWords();
  const say = useSay();
  const navigation = useNavigation();
  const [{ seed, run }, restart] = useState({ seed: first, run: 0 });
  const trace = useMemo(() => engine.simulate(scenario, seed), [engine, scenario, seed]);
  return (
    <TracePlayer
      key={run}
      trace={trace}
      title={[words.title, say(scenario.title)]}
      about={scenario.about}
      from={null}
      onNewSeed={() => restart({ seed: newSeed(), run: run + 1 })}
      onAgain={() => restart({ seed, run: run + 1 })}
      onTakeOver={(ms) => navigation.push({ screen: 'sandbox', scenario, seed, ms })}
    />
  );
}

/** A trace that was made before, such as a question's, played live from shortly before segment number `from` is sent. */
export function ReplayScreen({
  trace,
  about,
  from,
}: {
  readonly trace: Trace;
  readonly about: Text;
  readonly from: number;
}): ReactNode {
  const { watch: words } = useWords();
  const [run, restart] = useState(0);
  return (
    <TracePlayer
      key={run}
      trace={trace}
      title={[words.replay]}
      about={about}
      from={from}
      onNewSeed={undefined}
      onAgain={() => restart(run + 1)}
      onTakeOver={undefined}
    />
  );
}

function TracePlayer({
  trace,
  title,
  about,
  from,
  onNewSeed,
  onAgain,
  onTakeOver,
}: {
  readonly trace: Trace;
  readonly title: readonly string[];
  readonly about: Text;
  /** Number of the segment to begin with; null begins at the start. */
  readonly from: number | null;
  readonly onNewSeed: (() => void) | undefined;
  readonly onAgain: () => void;
  /** Goes on by hand from this virtual time, ms; undefined where there is no scenario to go on with. */
  readonly onTakeOver: ((ms: number) => void) | undefined;
}): ReactNode {
  const { settings, linear } = useShell();
  const { watch: words } = useWords();
  const say = useSay();
  const navigation = useNavigation();
  const room = useRoom();
  const { speed } = settings;
  const ladder = useLadder(trace, {
    startAt: (playback) => (from === null ? 0 : shortlyBefore(playback, trace, from)),
    flightMs: null,
    untilMs: Number.POSITIVE_INFINITY,
    room,
  });
  const { index, player, playback, ended } = ladder;
  const keys = useKeys('watch', {
    ...ladder.handlers,
    'new-seed': onNewSeed,
    again: onAgain,
    'take-over': onTakeOver === undefined ? undefined : () => onTakeOver(ladder.nowMs),
    back: navigation.back,
  });

  // The seed of a question's run is part of its name; by itself it could be entered nowhere.
  const seedWords = onNewSeed === undefined ? null : words.seed(trace.seed);
  const introduction = (width: number, height: number): Line[] => {
    const text = wrap(line(say(about)), width);
    const lines = [BLANK, ...text, ...(seedWords === null ? [] : [BLANK, line(seedWords, 'muted')])];
    return lines.length <= height ? lines : lines.filter((one) => one !== BLANK).slice(0, height);
  };
  const state = ended ? words.ended : player.playing ? words.playing(speed) : words.paused(speed);
  const status: Line = linear
    ? [span(words.step(index + 1, playback.steps.length))]
    : [
        ...(room.width >= 98 && seedWords !== null ? [span(`${seedWords}   `, 'muted')] : []),
        span(state, ended ? 'good' : 'accent'),
        span(padStart(words.time(ladder.figures.client.nowMs), 12), 'plain'),
      ];
  return (
    <Frame title={title} status={status} keys={keys}>
      {(shown) => <LadderStage ladder={ladder} room={shown} introduction={introduction} />}
    </Frame>
  );
}
