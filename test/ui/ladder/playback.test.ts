import { describe, expect, test } from 'vitest';
import {
  type Playback,
  type Player,
  type PlayerAction,
  playbackOf,
  reducePlayer,
  screenTimeUpTo,
  shortlyBefore,
  startPlayer,
  stepAt,
  virtualMs,
} from '../../../src/ui/components/ladder/playback.ts';
import { type PLAYS, played, stormy } from '../../trace/plays.ts';

const NAMES: readonly (keyof typeof PLAYS)[] = ['whole', 'lost', 'simultaneousClose', 'finOvertakes', 'twice'];

function act(playback: Playback, player: Player, ...actions: readonly PlayerAction[]): Player {
  return actions.reduce((state, action) => reducePlayer(playback, state, action), player);
}

describe('steps', () => {
  test.each(NAMES)('%s: every event belongs to one step, and screen time only goes forward', (name) => {
    const trace = played(name);
    const { steps, endAt } = playbackOf(trace);
    expect(steps.flatMap(({ event, last }) => Array.from({ length: last - event + 1 }, (_, i) => event + i))).toEqual(
      trace.events.map((_, index) => index),
    );
    const times = steps.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(new Set(times).size).toBe(times.length);
    expect(endAt).toBeGreaterThan(times.at(-1) ?? 0);
  });

  test('four minutes of TIME-WAIT pass in two seconds', () => {
    const playback = playbackOf(played('whole'));
    const [before, after] = playback.steps.slice(-2);
    expect((after?.ms ?? 0) - (before?.ms ?? 0)).toBeGreaterThan(239_000);
    expect((after?.at ?? 0) - (before?.at ?? 0)).toBeLessThanOrEqual(2000);
    const middle = ((after?.at ?? 0) + (before?.at ?? 0)) / 2;
    expect(virtualMs(playback, middle)).toBeCloseTo(((after?.ms ?? 0) + (before?.ms ?? 0)) / 2, 3);
  });

  test('a host has variables once it has a connection, and a loss changes none', () => {
    const trace = played('lost');
    const { steps } = playbackOf(trace);
    expect(steps[0]?.after.client).toBeNull();
    const lost = steps.findIndex(({ event }) => trace.events[event]?.kind === 'lost');
    expect(steps[lost]?.after).toEqual(steps[lost - 1]?.after);
  });

  test('a replay begins with what led to a segment seen and the segment itself still to come', () => {
    const trace = played('lost');
    const playback = playbackOf(trace);
    for (const { n, origin } of trace.segments) {
      const step = playback.steps[stepAt(playback, shortlyBefore(playback, trace, n)) + 1];
      const next = trace.events[step?.event ?? -1];
      if (origin === 'tcp') expect(next).toMatchObject({ kind: 'send', segment: n });
    }
    expect(shortlyBefore(playback, trace, 999)).toBe(0);
  });

  test('a long storm is played too', () => {
    expect(playbackOf(stormy('3')).steps.length).toBeGreaterThan(20);
  });
});

describe('a trace whose future changes', () => {
  const whole = played('whole');
  const other = { ...whole, events: whole.events.slice(0, 20), segments: whole.segments.slice(0, 6) };

  test('what was seen stays at its screen time', () => {
    const steps = playbackOf(other, 10).steps;
    expect(playbackOf(whole, 10).steps.slice(0, steps.length - 1)).toEqual(steps.slice(0, -1));
    expect(playbackOf(whole, 20).steps).not.toEqual(playbackOf(whole, 10).steps);
  });

  test('it can be watched up to a virtual time, and not beyond', () => {
    const playback = playbackOf(whole, 10);
    for (const { ms } of playback.steps) {
      const at = screenTimeUpTo(playback, ms);
      expect(playback.steps[stepAt(playback, at)]?.ms).toBe(ms);
      expect(playback.steps[stepAt(playback, at) + 1]?.ms ?? Infinity).toBeGreaterThan(ms);
    }
    const at = screenTimeUpTo(playback, 25);
    expect(virtualMs(playback, at)).toBeCloseTo(25, 3);
    let player = startPlayer(true);
    for (let i = 0; i < 100 && player.playing; i++)
      player = reducePlayer(playback, player, { type: 'tick', ms: 100 }, at);
    expect(player).toEqual({ at, playing: false, bottom: null });
    expect(reducePlayer(playback, player, { type: 'forward' }, at).at).toBe(at);
    expect(reducePlayer(playback, player, { type: 'seek', at: 1e9, playing: true }, at)).toMatchObject({ at });
  });
});

describe('the player', () => {
  const playback = playbackOf(played('whole'));
  const first = playback.steps[0]?.at ?? 0;

  test('plays from before the first step to the end and stops there', () => {
    let player = startPlayer(true);
    expect(stepAt(playback, player.at)).toBe(-1);
    for (let i = 0; i < 10_000 && player.playing; i++) player = act(playback, player, { type: 'tick', ms: 100 });
    expect(player).toEqual({ at: playback.endAt, playing: false, bottom: null });
    expect(act(playback, player, { type: 'tick', ms: 100 })).toBe(player);
  });

  test('goes on from the end at the start', () => {
    expect(act(playback, startPlayer(false), { type: 'end' }, { type: 'toggle' })).toEqual(startPlayer(true));
  });

  test('steps forward one by one, and back one by one', () => {
    let player = startPlayer(true);
    for (let i = 0; i < 3; i++) player = act(playback, player, { type: 'forward' });
    expect(stepAt(playback, player.at)).toBe(2);
    expect(player.playing).toBe(false);
    player = act(playback, player, { type: 'back' });
    expect(stepAt(playback, player.at)).toBe(1);
    player = act(playback, player, { type: 'back' }, { type: 'back' });
    expect(player.at).toBe(0);
    expect(act(playback, player, { type: 'back' }).at).toBe(0);
  });

  test('back while it plays is the beginning of what is seen', () => {
    const at = (playback.steps[4]?.at ?? 0) + 100;
    const player = act(playback, { at, playing: true, bottom: null }, { type: 'back' });
    expect(player).toEqual({ at: playback.steps[4]?.at, playing: false, bottom: null });
  });

  test('after the last step forward is the end', () => {
    const last = playback.steps.at(-1)?.at ?? 0;
    expect(act(playback, { at: last, playing: false, bottom: null }, { type: 'forward' }).at).toBe(playback.endAt);
  });

  test('scrolling holds the ladder until it is back at the newest row', () => {
    const up = act(playback, startPlayer(false), { type: 'scroll', by: -2, rows: 10 });
    expect(up.bottom).toBe(7);
    expect(act(playback, up, { type: 'scroll', by: 1, rows: 10 }).bottom).toBe(8);
    expect(act(playback, up, { type: 'scroll', by: 2, rows: 10 }).bottom).toBeNull();
    expect(act(playback, up, { type: 'scroll', by: -50, rows: 10 }).bottom).toBe(0);
    expect(act(playback, up, { type: 'tick', ms: first }).bottom).toBe(7);
    expect(act(playback, up, { type: 'forward' }).bottom).toBeNull();
  });
});
