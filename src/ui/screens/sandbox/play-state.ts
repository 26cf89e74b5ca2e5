import { act, canGoOn, goOn, type Move, type Sandbox } from '../../../simulator/sandbox/sandbox.ts';
import { type HostName, peerOf } from '../../../trace/trace.ts';
import { type Playback, playbackOf, stepAt } from '../../components/ladder/playback.ts';
import { momentOf, type Strike } from './moment.ts';
import { moveSeenAt, screenTime } from './screen-time.ts';
import { type Made, struck } from './strike.ts';

/** A sandbox as it stood before something was done to it, and the screen time of that moment. */
interface Past extends Made {
  readonly at: number;
}

/** A sandbox being played. */
export interface Play {
  readonly sandbox: Sandbox;
  readonly strikes: readonly Strike[];
  readonly playback: Playback;
  /** Screen time. */
  readonly at: number;
  readonly running: boolean;
  /** The lowest row shown, as an index into the rows seen; null follows the newest. */
  readonly bottom: number | null;
  /** Whose commands the keys give. */
  readonly side: HostName;
  /** What to go back to by undoing, the latest last. */
  readonly past: readonly Past[];
  /** The sandbox as it was saved last. */
  readonly saved: Sandbox | null;
  readonly predicting: boolean;
  /** Index of the step whose segment has been predicted, or passed over: play goes on through it. */
  readonly passed: number;
  readonly score: { readonly right: number; readonly of: number };
}

export type PlayAction =
  | { readonly type: 'tick'; readonly ms: number }
  | {
      readonly type: 'toggle' | 'forward' | 'back' | 'start' | 'end' | 'side' | 'undo' | 'saved' | 'predict' | 'passed';
    }
  | { readonly type: 'move'; readonly move: Move }
  | { readonly type: 'several'; readonly moves: readonly Move[] }
  | { readonly type: 'predicted'; readonly right: boolean }
  /** `rows` are how many there are now; scrolling past the newest follows it again. */
  | { readonly type: 'scroll'; readonly by: number; readonly rows: number }
  /** Shows the rows up to `bottom`. */
  | { readonly type: 'show'; readonly bottom: number; readonly rows: number };

/** Undoing goes back so many times. */
const MOST_PAST = 200;

/** Screen time kept before a segment that is to be predicted: what led to it is there, it itself is not. */
const BEFORE = 1;

/** A sandbox at the virtual time `ms`. */
export function startPlay(sandbox: Sandbox, ms: number, running: boolean): Play {
  const playback = playbackOf(sandbox.trace, flightMs(sandbox));
  return {
    sandbox,
    strikes: [],
    playback,
    at: ms === 0 ? 0 : screenTime(playback, ms),
    running,
    bottom: null,
    side: 'client',
    past: [],
    saved: null,
    predicting: false,
    passed: -1,
    score: { right: 0, of: 0 },
  };
}

/** What a flight usually takes, ms: by the network as it was at first, so that what was seen keeps its place on the screen. */
export function flightMs({ base }: Sandbox): number {
  const { delayMs } = base.network;
  return Math.max(1, typeof delayMs === 'number' ? delayMs : (delayMs.min + delayMs.max) / 2);
}

/** Whether something was done by hand that is in no file. */
export function isUnsaved({ sandbox, saved }: Play): boolean {
  return sandbox.moves.length > 0 && sandbox !== saved;
}

/** Index of the step whose segment is to be predicted before it is shown; null when none is ahead, or nobody predicts. */
export function nextAsked({ sandbox: { trace }, playback, at, passed, predicting }: Play): number | null {
  if (!predicting) return null;
  for (let index = stepAt(playback, at) + 1; index < playback.steps.length; index++) {
    const event = trace.events[playback.steps[index]?.event ?? -1];
    if (index > passed && event?.kind === 'send' && trace.segments[event.segment - 1]?.origin === 'tcp') return index;
  }
  return null;
}

/** Index of the step that is to be predicted now: play has come as far as it can without showing it. */
export function askedNow(play: Play): number | null {
  const asked = nextAsked(play);
  return asked !== null && play.at >= beforeStep(play, asked) ? asked : null;
}

/** Whether there is anything to be seen by letting time pass. */
export function canRun(play: Play): boolean {
  if (!play.running) return false;
  const asked = nextAsked(play);
  return play.at < (asked === null ? play.playback.endAt : beforeStep(play, asked));
}

function beforeStep({ playback }: Play, index: number): number {
  return (playback.steps[index]?.at ?? 0) - BEFORE;
}

/** With more of the run, where its time limit ended it and all of that has been seen. */
function wentOn(play: Play): Play {
  const { sandbox, playback } = play;
  if (stepAt(playback, play.at) < playback.steps.length - 1 || !canGoOn(sandbox)) return play;
  const longer = goOn(sandbox);
  return { ...play, sandbox: longer, playback: playbackOf(longer.trace, flightMs(longer)) };
}

export function reducePlay(shown: Play, action: PlayAction): Play {
  const further = action.type === 'forward' || action.type === 'end' || action.type === 'toggle';
  const play = further ? wentOn(shown) : shown;
  const { playback } = play;
  const { steps, endAt } = playback;
  switch (action.type) {
    case 'tick':
      return play.running ? goTo(play, play.at + action.ms) : play;
    case 'toggle':
      return { ...play, running: !play.running, bottom: null };
    case 'forward':
      return goTo({ ...play, running: false }, steps[stepAt(playback, play.at) + 1]?.at ?? endAt);
    case 'back': {
      const index = stepAt(playback, play.at);
      // While it runs, back is the beginning of what is being seen; standing on a step it is the one before.
      const target = play.running ? index : index - 1;
      return { ...play, at: steps[target]?.at ?? 0, running: false, bottom: null, passed: -1 };
    }
    case 'start':
      return { ...play, at: 0, running: false, bottom: null, passed: -1 };
    case 'end':
      return goTo({ ...play, bottom: null }, endAt);
    case 'side':
      return { ...play, side: peerOf(play.side) };
    case 'move':
      return moved(play, [action.move]);
    case 'several':
      return moved(play, action.moves);
    case 'undo': {
      const before = play.past.at(-1);
      if (before === undefined) return play;
      return {
        ...play,
        sandbox: before.sandbox,
        strikes: before.strikes,
        playback: playbackOf(before.sandbox.trace, flightMs(before.sandbox)),
        at: before.at,
        running: false,
        bottom: null,
        past: play.past.slice(0, -1),
        passed: -1,
      };
    }
    case 'saved':
      return { ...play, saved: play.sandbox };
    case 'predict':
      return { ...play, predicting: !play.predicting, passed: -1 };
    case 'predicted':
      return { ...play, score: { right: play.score.right + (action.right ? 1 : 0), of: play.score.of + 1 } };
    case 'passed': {
      const asked = askedNow(play);
      return asked === null ? play : { ...play, passed: asked, at: steps[asked]?.at ?? play.at };
    }
    case 'scroll': {
      const newest = action.rows - 1;
      const bottom = Math.max(0, Math.min(newest, (play.bottom ?? newest) + action.by));
      return { ...play, bottom: bottom >= newest ? null : bottom };
    }
    case 'show': {
      const bottom = Math.max(0, action.bottom);
      return { ...play, bottom: bottom >= action.rows - 1 ? null : bottom };
    }
  }
}

/** At a later screen time, as far as there is one, and no further than to what is to be predicted. */
function goTo(play: Play, wanted: number): Play {
  const asked = nextAsked(play);
  const at = Math.min(wanted, asked === null ? play.playback.endAt : beforeStep(play, asked));
  return { ...play, at: Math.max(play.at, at), bottom: play.running ? play.bottom : null };
}

/** After moves at this moment: what was still to come is gone, and what the moves did is seen. */
function moved(play: Play, moves: readonly Move[]): Play {
  const { sandbox: before } = play;
  const moment = momentOf(play);
  const { actMs } = moment;
  let made: Made = { sandbox: before, strikes: play.strikes };
  for (const move of moves) {
    made =
      move.kind === 'next-segment'
        ? struck(made, move, moment)
        : { sandbox: act(made.sandbox, actMs, move), strikes: made.strikes.filter(({ ms }) => ms <= actMs) };
  }
  const { sandbox, strikes } = made;
  const after: Play = {
    ...play,
    sandbox,
    strikes,
    playback: playbackOf(sandbox.trace, flightMs(sandbox)),
    past: [...play.past, { sandbox: before, strikes: play.strikes, at: play.at }].slice(-MOST_PAST),
    passed: -1,
  };
  return { ...goTo(after, moveSeenAt(sandbox, after.playback, actMs, moves) ?? after.at), bottom: null };
}
