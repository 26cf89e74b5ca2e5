import { type Expecting, parsed, REFUSED } from '../../documents/schema.ts';
import { SEQUENCE_SPACE } from '../../tcp/sequence.ts';
import { STATES, type State } from '../../tcp/state.ts';
import type { Condition, SegmentMatch } from '../condition.ts';
import type { SequenceSource, TimestampSource } from '../forged-segment.ts';
import type { Action } from '../scenario.ts';
import { isWhole } from './values.ts';

type HostName = Action['host'];

/* The small sentences of a scenario file: `when: client is ESTABLISHED`, `seq: server rcv.nxt + 10`. */

export const SEGMENT_MATCHES = [
  'any',
  'syn',
  'syn-ack',
  'ack',
  'data',
  'fin',
  'rst',
] as const satisfies readonly SegmentMatch[];

/** The largest `nth` and the largest number of bytes a condition may wait for. */
export const LARGEST_NTH = 100_000;
export const MOST_BYTES = 10_000_000;

const STATE = /^(client|server) is ([a-z0-9_-]+)(?: \(?(\d+)(?:st|nd|rd|th)(?: time)?\)?)?$/;
const RECEIVED = /^(client|server) received (\d+)(?: bytes?)?$/;
const ACKED = /^(client|server) was acked (\d+)(?: bytes?)?$/;
const SEGMENT =
  /^(client|server)'s (?:(\d+)(?:st|nd|rd|th) )?(any|syn-ack|syn|ack|data|fin|rst)(?: segment)?(?: was| is)? (sent|arrived|lost)$/;

/** The state meant: RFC spelling, or with underscores, or Linux's SYN_RECV. */
function stateNamed(word: string): State | null {
  const plain = word.toUpperCase().replaceAll('_', '-');
  const name = plain === 'SYN-RECV' || plain === 'SYN-RCVD' ? 'SYN-RECEIVED' : plain;
  return STATES.find((state) => state === name) ?? null;
}

function parseCondition(sentence: string): Condition | null {
  const said = sentence.trim().replace(/\s+/g, ' ').toLowerCase();
  const inState = STATE.exec(said);
  if (inState !== null) {
    const state = stateNamed(inState[2] ?? '');
    const times = Number(inState[3] ?? 1);
    if (state === null || !isWhole(times, 1, LARGEST_NTH)) return null;
    return { kind: 'state', host: inState[1] as HostName, state, times };
  }
  const bytes = RECEIVED.exec(said) ?? ACKED.exec(said);
  if (bytes !== null) {
    const n = Number(bytes[2]);
    if (!isWhole(n, 1, MOST_BYTES)) return null;
    return { kind: said.includes(' received ') ? 'received' : 'acked', host: bytes[1] as HostName, bytes: n };
  }
  const segment = SEGMENT.exec(said);
  if (segment === null) return null;
  const nth = Number(segment[2] ?? 1);
  if (!isWhole(nth, 1, LARGEST_NTH)) return null;
  return {
    kind: 'segment',
    from: segment[1] as HostName,
    match: segment[3] as SegmentMatch,
    nth,
    event: segment[4] as 'sent' | 'arrived' | 'lost',
  };
}

export const condition: Expecting<Condition> = parsed(
  {
    en: `"client is ESTABLISHED", "client is CLOSED (2nd time)", "server received 500", "client was acked 500" or "server's 2nd data arrived" (sent, lost; any, syn, syn-ack, ack, data, fin, rst).`,
    ko: `"client is ESTABLISHED", "client is CLOSED (2nd time)", "server received 500", "client was acked 500", "server's 2nd data arrived"(sent, lost / any, syn, syn-ack, ack, data, fin, rst) 가운데 한 형식으로 쓰세요.`,
  },
  (input) => (typeof input === 'string' && input.length <= 100 ? (parseCondition(input) ?? REFUSED) : REFUSED),
);

const SOURCE = /^(client|server) (iss|irs|snd\.una|snd\.nxt|rcv\.nxt|ts\.recent)(?: ?([+-]) ?(\d{1,10}))?$/;

interface Variable {
  readonly host: HostName;
  readonly name: string;
  readonly plus: number;
}

/** A variable of a host with what is added to it, or null. */
function parseVariable(input: unknown): Variable | null {
  if (typeof input !== 'string' || input.length > 100) return null;
  const found = SOURCE.exec(input.trim().replace(/\s+/g, ' ').toLowerCase());
  if (found === null) return null;
  const size = Number(found[4] ?? 0);
  if (!isWhole(size, 0, SEQUENCE_SPACE - 1)) return null;
  const plus = found[3] === '-' && size > 0 ? -size : size;
  return { host: found[1] as HostName, name: found[2] ?? '', plus };
}

/** A sequence number as people write it, or null. */
export function parseSource(input: unknown): SequenceSource | null {
  if (isWhole(input, 0, SEQUENCE_SPACE - 1)) return { kind: 'fixed', value: input };
  if (typeof input === 'string' && input.trim().toLowerCase() === 'random') return { kind: 'random' };
  const variable = parseVariable(input);
  if (variable === null || variable.name === 'ts.recent') return null;
  return { kind: 'variable', ...variable, name: variable.name as (SequenceSource & { kind: 'variable' })['name'] };
}

/** A timestamp as people write it, or null. */
export function parseTimestamp(input: unknown): TimestampSource | null {
  if (isWhole(input, 0, SEQUENCE_SPACE - 1)) return { kind: 'fixed', value: input };
  const variable = parseVariable(input);
  return variable?.name === 'ts.recent' ? { kind: 'recent', host: variable.host, plus: variable.plus } : null;
}

export const sequenceSource: Expecting<SequenceSource> = parsed(
  {
    en: `a number from 0 to ${SEQUENCE_SPACE - 1}, "random", or a host's variable such as "server rcv.nxt + 10" (iss, irs, snd.una, snd.nxt, rcv.nxt).`,
    ko: `0~${SEQUENCE_SPACE - 1} 사이의 수, "random", 또는 "server rcv.nxt + 10" 같은 호스트의 변수(iss, irs, snd.una, snd.nxt, rcv.nxt)를 쓰세요.`,
  },
  (input) => parseSource(input) ?? REFUSED,
);
