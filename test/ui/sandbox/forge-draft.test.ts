import { describe, expect, test } from 'vitest';
import type { Snapshot } from '../../../src/trace/trace.ts';
import {
  accepts,
  erased,
  FORGE_FIELDS,
  firstDraft,
  forgeryOf,
  numberNow,
  offered,
  sourceOf,
  stepped,
  typed,
} from '../../../src/ui/screens/sandbox/forge-draft.ts';

const CLIENT = { iss: 100, irs: 900, sndUna: 101, sndNxt: 601, rcvNxt: 901 } as Snapshot;
const SERVER = { iss: 900, irs: 100, sndUna: 901, sndNxt: 901, rcvNxt: 601 } as Snapshot;
const now = { client: CLIENT, server: SERVER };

test('begins with a RST that has exactly the number its target expects', () => {
  const made = forgeryOf(firstDraft('client'), 'client');
  if (!made.ok) throw new Error(made.field);
  expect(made.forgery).toMatchObject({ from: 'client', origin: 'forged', flags: ['RST'], len: 0 });
  expect(numberNow(made.forgery.seq, now)).toBe(SERVER.rcvNxt);
});

describe.each(['client', 'server'] as const)('for the %s', (from) => {
  test('everything offered can be sent', () => {
    for (const field of FORGE_FIELDS) {
      for (const value of offered(field, from)) {
        const flags = { ...firstDraft(from), flags: ['ACK'] as const };
        const draft = field === 'flags' ? typed({ ...flags, flags: [] }, field, '') : { ...flags, [field]: value };
        expect(forgeryOf(draft, from).ok).toBe(true);
      }
    }
  });

  test('everything offered can be typed, too', () => {
    for (const field of ['seq', 'ack', 'len'] as const) {
      for (const value of offered(field, from)) {
        expect(typed({ ...firstDraft(from), [field]: '' }, field, value)[field]).toBe(value);
      }
    }
  });

  test('stepping goes around', () => {
    for (const field of FORGE_FIELDS) {
      let draft = firstDraft(from);
      for (let i = 0; i < offered(field, from).length; i++) draft = stepped(draft, field, from, 1);
      expect(draft).toEqual(firstDraft(from));
      expect(stepped(stepped(draft, field, from, -1), field, from, 1)).toEqual(draft);
    }
  });
});

describe('a number', () => {
  test.each([
    ['12345', 12_345],
    ['4294967295', 4_294_967_295],
    ['client snd.nxt', 601],
    ['snd.nxt + 10', 611],
    ['SND.NXT+10', 611],
    ['server rcv.nxt - 602', 4_294_967_295],
    ['irs', 900],
  ])('written %j is %i now', (text, value) => {
    const source = sourceOf(text, 'client');
    expect(source && numberNow(source, now)).toBe(value);
  });

  test.each(['', '4294967296', 'snd', 'rcv.nxt + ', 'somebody snd.nxt', '1.5', '-1'])('%j is none', (text) => {
    expect(sourceOf(text, 'client')).toBeNull();
    expect(forgeryOf({ ...firstDraft('client'), seq: text }, 'client')).toEqual({ ok: false, field: 'seq' });
  });

  test('drawn by the seed is not known before', () => {
    const source = sourceOf('random', 'client');
    expect(source && numberNow(source, now)).toBeNull();
  });
});

test('an ACK number that cannot be read matters only with the ACK flag', () => {
  const draft = { ...firstDraft('client'), ack: 'nonsense' };
  expect(forgeryOf(draft, 'client').ok).toBe(true);
  expect(forgeryOf(typed(draft, 'flags', 'a'), 'client')).toEqual({ ok: false, field: 'ack' });
});

test('data beyond what a packet holds is refused', () => {
  expect(forgeryOf({ ...firstDraft('client'), len: '65495' }, 'client').ok).toBe(true);
  expect(forgeryOf({ ...firstDraft('client'), len: '65496' }, 'client')).toEqual({ ok: false, field: 'len' });
});

test('letters set and clear flags', () => {
  const draft = typed(firstDraft('client'), 'flags', 'sa');
  expect(draft.flags).toEqual(['SYN', 'RST', 'ACK']);
  expect(typed(draft, 'flags', 'R').flags).toEqual(['SYN', 'ACK']);
  expect(erased(draft, 'flags', 'all').flags).toEqual([]);
  expect(erased(draft, 'seq', 'last').seq).toBe('client snd.nx');
});

test('keys that no field takes stay commands', () => {
  for (const field of FORGE_FIELDS) for (const key of ['q', '?', 'k', 'j']) expect(accepts(field, key)).toBe(false);
});
