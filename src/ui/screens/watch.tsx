import { Box } from 'ink';
import { type ReactNode, useEffect, useMemo, useReducer, useState } from 'react';
import type { Text } from '../../language.ts';
import type { Scenario } from '../../simulator/scenario.ts';
import { ladderRows } from '../../trace/ladder.ts';
import { ladderHeader } from '../../trace/ladder-line.ts';
import { ladderStyle } from '../../trace/plain.ts';
import { relativeBases } from '../../trace/relative.ts';
import { HOST_NAMES, type Trace } from '../../trace/trace.ts';
import { Frame, useRoom } from '../components/frame.tsx';
import { panelHeight, panelLines } from '../components/ladder/panel.ts';
import {
  type Playback,
  type Player,
  type PlayerAction,
  playbackOf,
  reducePlayer,
  shortlyBefore,
  startPlayer,
  stepAt,
  virtualMs,
} from '../components/ladder/playback.ts';
import { follower, linesFrom, linesUpTo, sceneDrawer, seenRows, timeRows } from '../components/ladder/scene.ts';
import { screenLine } from '../components/ladder/spans.ts';
import { Lines } from '../components/lines.tsx';
import { useActive, useNavigation, useSay, useServices, useShell, useWords } from '../context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { BLANK, type Line, line, span, spread, wrap } from '../layout/line.ts';
import { padStart } from '../layout/width.ts';
import type { Engine } from '../services.ts';
import { happening } from '../text/happenings.ts';

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
    />
  );
}

/** Screen time between two frames, ms. */
const TICK = 100;
const SPEEDS = [0.5, 1, 2, 4] as const;

function TracePlayer({
  trace,
  title,
  about,
  from,
  onNewSeed,
  onAgain,
}: {
  readonly trace: Trace;
  readonly title: readonly string[];
  readonly about: Text;
  /** Number of the segment to begin with; null begins at the start. */
  readonly from: number | null;
  readonly onNewSeed: (() => void) | undefined;
  readonly onAgain: () => void;
}): ReactNode {
  const { settings, changeSettings, linear, language, glyphs } = useShell();
  const { watch: words } = useWords();
  const say = useSay();
  const navigation = useNavigation();
  const active = useActive();
  const body = useRoom();
  const { numbers, speed } = settings;
  const ascii = glyphs.drawing !== 'as-it-is';

  const playback = useMemo(() => playbackOf(trace), [trace]);
  const rows = useMemo(() => timeRows(ladderRows(trace, { marks: true }), playback), [trace, playback]);
  const bases = useMemo(() => relativeBases(trace), [trace]);
  const [player, dispatch] = usePlayer(playback, !linear, from === null ? 0 : shortlyBefore(playback, trace, from));
  useTicks(active && player.playing, speed, dispatch);

  const { at } = player;
  const index = stepAt(playback, at);
  const step = playback.steps[index];
  const nowMs = virtualMs(playback, at);
  const seen = seenRows(rows, at);
  const style = useMemo(
    () => ladderStyle(trace, { width: body.width, language, numbers, ascii }),
    [trace, body.width, language, numbers, ascii],
  );
  const draw = useMemo(() => sceneDrawer(style), [style]);
  // Nobody has seen the variables of a TCP whose segments were captured.
  const hasVariables = useMemo(() => trace.events.some((event) => 'after' in event && event.after !== null), [trace]);
  const plan = layoutOf(body.height, body.width, hasVariables ? panelHeight(body.width) : 0);

  const follow = useMemo(() => follower(plan.ladder, draw), [plan.ladder, draw]);

  const change = (by: 1 | -1) => {
    const next = SPEEDS[SPEEDS.indexOf(speed) + by];
    return next === undefined ? undefined : () => changeSettings({ speed: next });
  };
  const scroll = (by: number) => () => dispatch({ type: 'scroll', by, rows: seen.length });
  const ended = at >= playback.endAt;
  const page = Math.max(1, plan.ladder - 2);
  const keys = useKeys('watch', {
    toggle: linear ? undefined : () => dispatch({ type: 'toggle' }),
    forward: ended ? undefined : () => dispatch({ type: 'forward' }),
    'step-back': index < 0 ? undefined : () => dispatch({ type: 'back' }),
    slower: linear ? undefined : change(-1),
    faster: linear ? undefined : change(1),
    'new-seed': onNewSeed,
    again: onAgain,
    numbers: () => changeSettings({ numbers: numbers === 'absolute' ? 'relative' : 'absolute' }),
    start: () => dispatch({ type: 'start' }),
    end: () => dispatch({ type: 'end' }),
    up: scroll(-1),
    down: scroll(1),
    'page-up': scroll(-page),
    'page-down': scroll(page),
    back: navigation.back,
  });

  const told =
    step === undefined
      ? NOTHING
      : happening(trace, step.event, step.last, step.after[trace.events[step.event]?.host ?? 'client'], {
          shown: numbers,
          bases,
        });
  const sentence = (width: number): Line[] =>
    wrap(
      [
        span(ascii ? say(told.text).replaceAll('→', '->') : say(told.text)),
        ...(told.rfc.length > 0 ? [span(` ${told.rfc.join(', ')}`, 'muted')] : []),
      ],
      width,
    );
  // The seed of a question's run is part of its name; by itself it could be entered nowhere.
  const seedWords = onNewSeed === undefined ? null : words.seed(trace.seed);
  const introduction = (width: number, height: number): Line[] => {
    const text = wrap(line(say(about)), width);
    const lines = [BLANK, ...text, ...(seedWords === null ? [] : [BLANK, line(seedWords, 'muted')])];
    return lines.length <= height ? lines : lines.filter((one) => one !== BLANK).slice(0, height);
  };
  const state = ended ? words.ended : player.playing ? words.playing(speed) : words.paused(speed);
  const status: Line = [
    ...(body.width >= 98 && seedWords !== null ? [span(`${seedWords}   `, 'muted')] : []),
    span(state, ended ? 'good' : 'accent'),
    span(padStart(words.time(nowMs), 12), 'plain'),
  ];
  const panel = (width: number) => {
    if (!hasVariables) return [];
    return panelLines(
      HOST_NAMES.map((host) => ({ name: words.hosts[host], snapshot: step?.after[host] ?? null })),
      { width, numbers, digits: style.digits, nowMs, words },
    );
  };

  if (linear) {
    return (
      <Frame title={title} status={[span(words.step(index + 1, playback.steps.length))]} keys={keys}>
        {({ width, height }) => (
          <Lines
            lines={[...(seen.length === 0 ? introduction(width, height) : []), ...sentence(width), ...panel(width)]}
            width={width}
          />
        )}
      </Frame>
    );
  }
  return (
    <Frame title={title} status={status} keys={keys}>
      {({ width }) => {
        const scene =
          seen.length > 0
            ? player.bottom === null
              ? linesFrom(seen, follow(seen), at, plan.ladder, draw)
              : linesUpTo(seen, player.bottom, at, plan.ladder, draw)
            : { lines: introduction(width, plan.ladder), above: false, below: false };
        const header = spread(
          screenLine(ladderHeader(trace, style)),
          scene.above ? line(glyphs.less, 'muted') : [],
          width,
        );
        return (
          <Box flexDirection="column">
            <Lines lines={[header]} width={width} />
            <Box flexDirection="column" height={plan.ladder}>
              <Lines lines={scene.lines} width={width} />
            </Box>
            <Lines
              lines={[
                scene.below
                  ? spread(line(glyphs.rule.repeat(width - 2), 'muted'), line(glyphs.more, 'muted'), width)
                  : line(glyphs.rule.repeat(width), 'muted'),
                ...filled(sentence(width), plan.words),
                ...panel(width).slice(0, plan.panel),
              ]}
              width={width}
            />
          </Box>
        );
      }}
    </Frame>
  );
}

function usePlayer(playback: Playback, playing: boolean, at: number): [Player, (action: PlayerAction) => void] {
  return useReducer((player: Player, action: PlayerAction) => reducePlayer(playback, player, action), {
    ...startPlayer(playing),
    at,
  });
}

function useTicks(running: boolean, speed: number, dispatch: (action: PlayerAction) => void): void {
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => dispatch({ type: 'tick', ms: TICK * speed }), TICK);
    return () => clearInterval(timer);
  }, [running, speed, dispatch]);
}

const NOTHING = { text: { ko: '', en: '' }, rfc: [] };

/** How the lines of the body are shared out: header and rule take one each. */
function layoutOf(
  height: number,
  width: number,
  whole: number,
): { readonly ladder: number; readonly words: number; readonly panel: number } {
  const words = width < 76 ? 3 : 2;
  const panel = height - 2 - words - whole >= LEAST_LADDER ? whole : 0;
  return { ladder: Math.max(1, height - 2 - words - panel), words, panel };
}

/** The panel gives way before the ladder does. */
const LEAST_LADDER = 5;

/** Exactly `count` lines. */
function filled(lines: readonly Line[], count: number): Line[] {
  return Array.from({ length: count }, (_, at) => lines[at] ?? []);
}
