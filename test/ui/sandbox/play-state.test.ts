import { scenarios } from 'seqack:scenarios';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blankScenario } from '../../../src/simulator/sandbox/blank-scenario.ts';
import { type Move, openSandbox } from '../../../src/simulator/sandbox/sandbox.ts';
import type { Call, HostName } from '../../../src/trace/trace.ts';
import { momentOf } from '../../../src/ui/screens/sandbox/moment.ts';
import {
  askedNow,
  canRun,
  isUnsaved,
  type Play,
  type PlayAction,
  reducePlay,
  startPlay,
} from '../../../src/ui/screens/sandbox/play-state.ts';

const call = (host: HostName, made: Call): PlayAction => ({ type: 'move', move: { kind: 'call', host, call: made } });
const connect = call('client', { name: 'connect' });
const listen = call('server', { name: 'listen' });
const send = (bytes: number) => call('client', { name: 'send', bytes });
const next = (from: HostName, effect: Extract<Move, { kind: 'next-segment' }>['effect']): PlayAction => ({
  type: 'move',
  move: { kind: 'next-segment', from, nth: 1, effect },
});
const END: PlayAction = { type: 'end' };
const FORWARD: PlayAction = { type: 'forward' };

const playedOn = (play: Play, ...actions: readonly PlayAction[]): Play => actions.reduce(reducePlay, play);
const blank = () => startPlay(openSandbox(blankScenario('closed'), 'x'), 0, false);
const established = () => playedOn(blank(), listen, connect, END);
const shown = (play: Play) => play.sandbox.trace.events.slice(0, momentOf(play).events);
const states = (play: Play) => {
  const { client, server } = momentOf(play).hosts;
  return [client.snapshot?.state ?? null, server.snapshot?.state ?? null];
};

describe('a sandbox being played', () => {
  test('shows what was done at once, and what follows from it only as time passes', () => {
    const play = playedOn(blank(), listen, connect);
    expect(shown(play).filter(({ kind }) => kind === 'call')).toHaveLength(2);
    expect(shown(play).filter(({ kind }) => kind === 'send')).toHaveLength(0);
    expect(shown(playedOn(play, FORWARD)).at(-1)?.kind).toBe('send');
    expect(states(playedOn(play, END))).toEqual(['ESTABLISHED', 'ESTABLISHED']);
  });

  test('goes on after everything has come to rest', () => {
    const play = playedOn(established(), send(100), END, call('server', { name: 'close' }), END);
    expect(states(play)).toEqual(['CLOSE-WAIT', 'FIN-WAIT-2']);
    expect(momentOf(play).ahead).toBe('nothing');
    expect(canRun({ ...play, running: true })).toBe(false);
  });

  test('goes on beyond its time limit when asked to, and says that more would come', () => {
    // The server never reads: probes of its window go on for ever.
    const full = playedOn(established(), call('server', { name: 'stop-reading' }), send(70_000), END);
    expect(momentOf(full).ahead).toBe('beyond-limit');
    const ms = momentOf(full).ms;
    const on = playedOn(full, FORWARD);
    expect(momentOf(on).ms).toBeGreaterThan(ms);
    expect(shown(on).slice(0, shown(full).length)).toEqual(shown(full));
    expect(momentOf(playedOn(full, { type: 'toggle' })).ahead).toBe('more');
  });

  test('acting in the past drops what came after, and undo brings it back', () => {
    const whole = playedOn(established(), send(100), END);
    const back = playedOn(whole, { type: 'start' }, FORWARD, FORWARD, FORWARD);
    const other = playedOn(back, call('client', { name: 'abort' }));
    expect(other.sandbox.trace.segments.some(({ len }) => len > 0)).toBe(false);
    const undone = playedOn(other, { type: 'undo' });
    expect(undone.sandbox).toBe(whole.sandbox);
    expect(undone.at).toBe(back.at);
  });

  test('undo takes back one move after the other, to nothing', () => {
    let play = playedOn(established(), send(100), END);
    for (let left = play.past.length; left > 0; left--) play = playedOn(play, { type: 'undo' });
    expect(play.sandbox.moves).toEqual([]);
    expect(playedOn(play, { type: 'undo' })).toBe(play);
  });

  test('is unsaved after a move until it is saved, and again after the next', () => {
    expect(isUnsaved(blank())).toBe(false);
    const play = established();
    expect(isUnsaved(play)).toBe(true);
    const saved = playedOn(play, { type: 'saved' });
    expect(isUnsaved(saved)).toBe(false);
    expect(isUnsaved(playedOn(saved, send(1)))).toBe(true);
  });

  test('what was seen keeps its place on the screen, whatever is done next', () => {
    const names = Object.keys(scenarios);
    const moves: readonly PlayAction[] = [
      send(3000),
      next('client', { kind: 'drop' }),
      next('server', { kind: 'delay', ms: 300 }),
      call('server', { name: 'abort' }),
      { type: 'move', move: { kind: 'network', change: { from: 'both', set: { delayMs: 400 } } } },
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(40),
        fc.constantFrom(...moves),
        fc.string({ minLength: 1, maxLength: 4, unit: fc.constantFrom('a', 'b', '1', '7') }),
        (name, steps, move, seed) => {
          const scenario = scenarios[name];
          if (scenario === undefined) throw new Error(name);
          let play = startPlay(openSandbox(scenario, seed), 0, false);
          for (let i = 0; i < steps; i++) play = playedOn(play, FORWARD);
          const before = momentOf(play);
          const acted = playedOn(play, move);
          const seen = acted.sandbox.trace.events.slice(0, before.events);
          expect(seen).toEqual(play.sandbox.trace.events.slice(0, before.events));
          expect(acted.playback.steps.slice(0, before.step + 1).map(({ at }) => at)).toEqual(
            play.playback.steps.slice(0, before.step + 1).map(({ at }) => at),
          );
          expect(acted.at).toBeGreaterThanOrEqual(play.at);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('the next segment', () => {
  test('is lost, once, and until it has been sent that is told', () => {
    const armed = playedOn(established(), next('client', { kind: 'drop' }));
    expect(momentOf(armed).hosts.client.pending).toEqual([{ kind: 'drop' }]);
    expect(momentOf(armed).hosts.server.pending).toEqual([]);
    const sent = playedOn(armed, send(100), FORWARD);
    expect(momentOf(sent).hosts.client.pending).toEqual([]);
    const lost = sent.sandbox.trace.segments.filter(({ fate }) => fate === 'lost');
    expect(lost.map(({ from, len }) => [from, len])).toEqual([['client', 100]]);
  });

  test('is one that was called for already but is still to be seen', () => {
    // The call is on the screen, the segment it sends at the same time is not.
    const called = playedOn(established(), send(100));
    const armed = playedOn(called, next('client', { kind: 'drop' }));
    expect(armed.sandbox.trace.segments.find(({ len }) => len === 100)?.fate).toBe('lost');
    expect(momentOf(armed).hosts.client.pending).toEqual([{ kind: 'drop' }]);
    expect(momentOf(playedOn(armed, FORWARD)).hosts.client.pending).toEqual([]);
  });

  test('is one that a scenario sends at this very time and that is still to be seen', () => {
    const handshake = scenarios.handshake;
    if (handshake === undefined) throw new Error('no handshake');
    let play = startPlay(openSandbox(handshake, 'x'), 0, false);
    // Up to the arrival of the SYN: the SYN,ACK is sent at the same time.
    while (shown(play).at(-1)?.kind !== 'state' || states(play)[1] !== 'SYN-RECEIVED') play = playedOn(play, FORWARD);
    const armed = playedOn(play, next('server', { kind: 'drop' }));
    expect(armed.sandbox.trace.segments.find(({ from }) => from === 'server')?.fate).toBe('lost');
    expect(momentOf(armed).hosts.server.sent).toBe(0);
  });

  test('is the second of what is sent at one time, where the first has been seen', () => {
    const first = playedOn(established(), send(4000), FORWARD);
    const armed = playedOn(first, next('client', { kind: 'drop' }));
    const data = armed.sandbox.trace.segments.filter(({ len }) => len > 0).slice(0, 3);
    expect(data.map(({ fate }) => fate)).toEqual(['delivered', 'lost', 'delivered']);
    expect(momentOf(armed).hosts.client.pending).toEqual([{ kind: 'drop' }]);
    expect(momentOf(playedOn(armed, FORWARD)).hosts.client.pending).toEqual([]);
  });

  test('is met, and nothing that has been seen is, wherever one stands in whatever scenario', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(scenarios)),
        fc.nat(30),
        fc.constantFrom('client' as const, 'server' as const),
        (name, steps, from) => {
          const scenario = scenarios[name];
          if (scenario === undefined) throw new Error(name);
          let play = startPlay(openSandbox(scenario, 'x'), 0, false);
          for (let i = 0; i < steps; i++) play = playedOn(play, FORWARD);
          const { events, hosts } = momentOf(play);
          const seen = new Set(
            play.sandbox.trace.events.slice(0, events).flatMap((e) => (e.kind === 'send' ? [e.segment] : [])),
          );
          const armed = playedOn(play, next(from, { kind: 'drop' }));
          const fates = ({ sandbox }: Play) =>
            sandbox.trace.segments.filter(({ n }) => seen.has(n)).map(({ n, fate, arrivedMs }) => [n, fate, arrivedMs]);
          expect(fates(armed)).toEqual(fates(play));
          const target = armed.sandbox.trace.segments.filter((one) => one.from === from && one.origin === 'tcp');
          const met = target[hosts[from].sent];
          // What a scenario sends at its very first moment nothing can come before.
          if (met !== undefined && met.sentMs > 0) expect(met.fate).toBe('lost');
        },
      ),
      { numRuns: 150 },
    );
  });

  test('is not told of before it was arranged, and no more once that was undone by acting earlier', () => {
    const data = playedOn(established(), send(100), END);
    const armed = playedOn(data, next('client', { kind: 'drop' }));
    const back = playedOn(armed, { type: 'back' }, { type: 'back' });
    expect(momentOf(back).hosts.client.pending).toEqual([]);
    const other = playedOn(back, call('server', { name: 'send', bytes: 10 }), END);
    expect(momentOf(other).hosts.client.pending).toEqual([]);
    expect(other.sandbox.moves.some(({ move }) => move.kind === 'next-segment')).toBe(false);
  });
});

describe('predicting', () => {
  const predicting = () => playedOn(blank(), { type: 'predict' }, listen, connect);

  test('stops before each segment, and goes on through it when it has been predicted', () => {
    const asked = playedOn(predicting(), END);
    expect(askedNow(asked)).not.toBeNull();
    expect(shown(asked).some(({ kind }) => kind === 'send')).toBe(false);
    const one = playedOn(asked, { type: 'predicted', right: true }, { type: 'passed' });
    expect(shown(one).at(-1)?.kind).toBe('send');
    expect(askedNow(one)).toBeNull();
    const two = playedOn(one, END);
    expect(askedNow(two)).not.toBeNull();
    expect(shown(two).filter(({ kind }) => kind === 'send')).toHaveLength(1);
    expect(two.score).toEqual({ right: 1, of: 1 });
  });

  test('does not ask for a forged segment: nobody can know it', () => {
    const forged: PlayAction = {
      type: 'move',
      move: {
        kind: 'forge',
        forgery: {
          from: 'client',
          origin: 'forged',
          flags: ['RST'],
          seq: { kind: 'variable', host: 'client', name: 'snd.nxt', plus: 0 },
          ack: { kind: 'fixed', value: 0 },
          len: 0,
          window: 65_535,
          urgent: 0,
          options: {},
        },
      },
    };
    const play = playedOn(established(), { type: 'predict' }, forged);
    expect(askedNow(play)).toBeNull();
    expect(shown(play).at(-1)?.kind).toBe('send');
  });

  test('turned off, everything is shown again', () => {
    const asked = playedOn(predicting(), END);
    expect(states(playedOn(asked, { type: 'predict' }, END))).toEqual(['ESTABLISHED', 'ESTABLISHED']);
  });
});
