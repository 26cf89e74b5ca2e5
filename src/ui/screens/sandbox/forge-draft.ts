import type { SequenceSource } from '../../../simulator/forged-segment.ts';
import type { Forgery } from '../../../simulator/scenario.ts';
import { parseSource } from '../../../simulator/scenario-file/words.ts';
import type { Flag } from '../../../tcp/segment.ts';
import { toSequence } from '../../../tcp/sequence.ts';
import { type HostName, peerOf, type Snapshot } from '../../../trace/trace.ts';

/** A segment being made up: its fields as they are written, in the words of a scenario file. */
export interface ForgeDraft {
  readonly flags: readonly Flag[];
  readonly seq: string;
  readonly ack: string;
  readonly len: string;
}

export type ForgeField = keyof ForgeDraft;
export const FORGE_FIELDS = ['flags', 'seq', 'ack', 'len'] as const satisfies readonly ForgeField[];

/** The flags in the order a header's reader names them. */
export const FORGED_FLAGS = ['SYN', 'FIN', 'RST', 'PSH', 'URG', 'ACK', 'ECE', 'CWR'] as const satisfies readonly Flag[];

/** Sets of flags worth a try, the most dangerous first. */
const FLAG_SETS: readonly (readonly Flag[])[] = [
  ['RST'],
  ['RST', 'ACK'],
  ['SYN'],
  ['SYN', 'ACK'],
  ['ACK'],
  ['PSH', 'ACK'],
  ['FIN', 'ACK'],
];

const LENGTHS = ['0', '1', '100', '1000'];
/** Beside two headers of IPv4 without options. */
export const MOST_FORGED_BYTES = 65_495;

/** A segment that claims to be from `from` and to come next: a RST with exactly the number its peer expects. */
export function firstDraft(from: HostName): ForgeDraft {
  return { flags: ['RST'], seq: `${from} snd.nxt`, ack: `${from} rcv.nxt`, len: '0' };
}

/** What a field offers to step through: for a number the right one, those beside it, and those far from it. */
export function offered(field: ForgeField, from: HostName): readonly string[] {
  const peer = peerOf(from);
  switch (field) {
    case 'flags':
      return FLAG_SETS.map((set) => set.join(','));
    case 'seq':
      return [
        `${from} snd.nxt`,
        `${from} snd.nxt + 1`,
        `${from} snd.nxt + 1000`,
        `${from} snd.nxt + 100000`,
        `${from} snd.una - 1`,
        `${from} iss`,
        `${peer} rcv.nxt`,
        'random',
      ];
    case 'ack':
      return [`${from} rcv.nxt`, `${peer} snd.nxt`, `${peer} snd.nxt + 1`, `${peer} snd.una - 1`, '0', 'random'];
    case 'len':
      return LENGTHS;
  }
}

/** The draft with the next or the previous of what a field offers; after something typed, the first. */
export function stepped(draft: ForgeDraft, field: ForgeField, from: HostName, by: 1 | -1): ForgeDraft {
  const values = offered(field, from);
  const written = field === 'flags' ? draft.flags.join(',') : draft[field];
  const at = values.indexOf(written);
  const value = values[at === -1 ? 0 : (at + by + values.length) % values.length] ?? written;
  return field === 'flags'
    ? { ...draft, flags: FORGED_FLAGS.filter((flag) => value.split(',').includes(flag)) }
    : { ...draft, [field]: value };
}

/** Letters of flags; U is URG, E is ECE, C is CWR. */
function flagOf(letter: string): Flag | null {
  return FORGED_FLAGS.find((flag) => flag.startsWith(letter.toUpperCase())) ?? null;
}

const SOURCE_LETTERS = /^[a-z0-9.+\- ]$/i;
/** Letters no word of a source has: they stay commands. */
const NO_SOURCE_LETTER = /^[bfghjkpqwyz]$/i;

/** Whether a character can be written into a field. */
export function accepts(field: ForgeField, character: string): boolean {
  if (field === 'flags') return /^[a-z]$/i.test(character) && flagOf(character) !== null;
  if (field === 'len') return /^[0-9]$/.test(character);
  return SOURCE_LETTERS.test(character) && !NO_SOURCE_LETTER.test(character);
}

/** Longer than any source there is. */
const LONGEST = 40;

/** The draft after text was typed into a field: a flag's letter sets or clears it, anything else is appended. */
export function typed(draft: ForgeDraft, field: ForgeField, text: string): ForgeDraft {
  let next = draft;
  for (const character of text.normalize('NFKC')) {
    if (!accepts(field, character)) continue;
    if (field === 'flags') {
      const flag = flagOf(character);
      const set = FORGED_FLAGS.filter((one) => (one === flag ? !next.flags.includes(one) : next.flags.includes(one)));
      next = { ...next, flags: set };
    } else if (next[field].length < LONGEST) next = { ...next, [field]: next[field] + character };
  }
  return next;
}

/** The draft with the last character of a field erased, or all of it; of flags, the last or all. */
export function erased(draft: ForgeDraft, field: ForgeField, what: 'last' | 'all'): ForgeDraft {
  if (field === 'flags') return { ...draft, flags: what === 'all' ? [] : draft.flags.slice(0, -1) };
  return { ...draft, [field]: what === 'all' ? '' : draft[field].slice(0, -1) };
}

/**
 * A number as a scenario file writes it, or shorter: a variable without a host is that of the side the segment claims to
 * be from.
 */
export function sourceOf(text: string, from: HostName): SequenceSource | null {
  const written = text.trim().toLowerCase();
  if (/^\d+$/.test(written)) return parseSource(Number(written));
  return parseSource(written) ?? parseSource(`${from} ${written}`);
}

/** The number a source stands for now, as far as it is known before it is drawn; a host without a connection counts as 0. */
export function numberNow(
  source: SequenceSource,
  snapshots: Readonly<Record<HostName, Snapshot | null>>,
): number | null {
  if (source.kind === 'random') return null;
  if (source.kind === 'fixed') return source.value;
  const snapshot = snapshots[source.host];
  return toSequence((snapshot === null ? 0 : variable(snapshot, source.name)) + source.plus);
}

function variable(snapshot: Snapshot, name: Extract<SequenceSource, { kind: 'variable' }>['name']): number {
  switch (name) {
    case 'iss':
      return snapshot.iss;
    case 'irs':
      return snapshot.irs;
    case 'snd.una':
      return snapshot.sndUna;
    case 'snd.nxt':
      return snapshot.sndNxt;
    case 'rcv.nxt':
      return snapshot.rcvNxt;
  }
}

/** The forgery a draft describes, or the first field that says nothing that can be sent. */
export function forgeryOf(
  draft: ForgeDraft,
  from: HostName,
):
  | { readonly ok: true; readonly forgery: Omit<Forgery, 'when' | 'afterMs'> }
  | { readonly ok: false; readonly field: ForgeField } {
  const seq = sourceOf(draft.seq, from);
  if (seq === null) return { ok: false, field: 'seq' };
  const ack = draft.flags.includes('ACK') ? sourceOf(draft.ack, from) : { kind: 'fixed' as const, value: 0 };
  if (ack === null) return { ok: false, field: 'ack' };
  const len = Number(draft.len.trim() === '' ? '0' : draft.len);
  if (!Number.isInteger(len) || len > MOST_FORGED_BYTES) return { ok: false, field: 'len' };
  return {
    ok: true,
    forgery: {
      from,
      origin: 'forged',
      flags: draft.flags,
      seq,
      ack,
      len,
      window: 65_535,
      urgent: 0,
      options: {},
    },
  };
}
