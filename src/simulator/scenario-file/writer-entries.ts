import type { Fault, FaultEffect } from '../fault.ts';
import type { ForgedOptions, ForgedSegment } from '../forged-segment.ts';
import type { EndpointChange, Move, NetworkChange, ScenarioMove } from '../move.ts';
import type { NetworkSpec } from '../network-spec.ts';
import type { Action, Forgery } from '../scenario.ts';
import { MOST_ENTRIES } from './entries.ts';
import {
  type Written,
  writtenCall,
  writtenConventions,
  writtenSource,
  writtenTimestamp,
  writtenTiming,
} from './writer-words.ts';

/* The entries of a scenario file's lists, as maps. */

export function writtenAction({ host, when, afterMs, call }: Action): Written {
  return { host, ...writtenCall(call), ...writtenTiming(when, afterMs) };
}

/** Faults that differ in `nth` only, by one each, are one entry. */
export function writtenFaults(faults: readonly Fault[]): readonly Written[] {
  const groups: { first: Fault; count: number }[] = [];
  for (const fault of faults) {
    const last = groups.at(-1);
    if (last !== undefined && last.count < MOST_ENTRIES && continues(last, fault)) last.count += 1;
    else groups.push({ first: fault, count: 1 });
  }
  return groups.map(({ first: { from, match, nth, effect }, count }) => ({
    from,
    ...unless('any', { segment: match }),
    ...unless(1, { nth }),
    ...unless(1, { count }),
    effect: writtenEffect(effect),
  }));
}

function continues({ first, count }: { readonly first: Fault; readonly count: number }, fault: Fault): boolean {
  const same = first.from === fault.from && first.match === fault.match && first.nth + count === fault.nth;
  return same && JSON.stringify(first.effect) === JSON.stringify(fault.effect);
}

function writtenEffect(effect: FaultEffect): unknown {
  switch (effect.kind) {
    case 'drop':
    case 'mark':
      return effect.kind;
    case 'delay':
      return { delay: effect.ms };
    case 'duplicate':
      return { 'duplicate-after': effect.afterMs };
  }
}

export function writtenForgery({ when, afterMs, ...segment }: Forgery): Written {
  return { ...writtenForged(segment), ...writtenTiming(when, afterMs) };
}

function writtenForged({ from, origin, flags, seq, ack, len, window, urgent, options }: ForgedSegment): Written {
  const written = writtenOptions(options);
  return {
    from,
    ...(origin === 'copy' ? { as: 'old-duplicate' } : {}),
    flags: [...flags],
    seq: writtenSource(seq),
    ...unless(0, { ack: writtenSource(ack) }),
    ...unless(0, { len }),
    ...unless(65_535, { window }),
    ...(flags.includes('URG') ? unless(0, { urgent }) : {}),
    ...(Object.keys(written).length === 0 ? {} : { options: written }),
  };
}

function writtenOptions({ mss, windowScale, sackPermitted, sack, timestamps }: ForgedOptions): Written {
  return {
    ...unless(undefined, { mss }),
    ...unless(undefined, { 'window-scale': windowScale }),
    ...unless(undefined, { 'sack-permitted': sackPermitted }),
    ...unless(undefined, { sack: sack?.map((edges) => edges.map(writtenSource)) }),
    ...unless(undefined, { timestamps: timestamps?.map(writtenTimestamp) }),
  };
}

export function writtenMove({ when, afterMs, move }: ScenarioMove): Written {
  return { ...writtenTiming(when, afterMs), ...moved(move) };
}

function moved(move: Move): Written {
  switch (move.kind) {
    case 'call':
      return { host: move.host, ...writtenCall(move.call) };
    case 'next-segment':
      return { from: move.from, next: writtenEffect(move.effect), ...unless(1, { nth: move.nth }) };
    case 'forge':
      return { forge: writtenForged(move.forgery) };
    case 'network':
      return networkChange(move.change);
    case 'endpoint':
      return { host: move.host, set: endpointChange(move.change) };
  }
}

function networkChange({ from, set }: NetworkChange): Written {
  return { ...unless('both', { from }), network: writtenNetwork(set) };
}

/** The keys of `network:`; what is not given is left out. */
export function writtenNetwork({ delayMs, loss, duplicate, reorder, reorderMs, mark }: Partial<NetworkSpec>): Written {
  const all = { delay: delayMs, loss, duplicate, reorder, 'reorder-by': reorderMs, mark };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function endpointChange({ profile, conventions, mss, window }: EndpointChange): Written {
  return {
    ...unless(undefined, { profile }),
    ...unless(undefined, { conventions: conventions === undefined ? undefined : writtenConventions(conventions) }),
    ...unless(undefined, { mss }),
    ...unless(undefined, { window }),
  };
}

/** The map of one key, or none where it holds what is meant without it. */
export function unless(usual: unknown, map: Written): Written {
  return Object.values(map).every((value) => value === usual) ? {} : map;
}
