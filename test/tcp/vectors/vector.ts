import * as v from 'valibot';
import { STATES, type State } from '../../../src/tcp/state.ts';

/* The form of a file of vectors: one segment arrives at a connection in one state; what is answered, and the state after. */

const number = v.pipe(v.number(), v.safeInteger());
const flags = v.array(v.picklist(['SYN', 'FIN', 'RST', 'PSH', 'URG', 'ACK', 'ECE', 'CWR']));

const answer = v.object({ flags, seq: number, ack: v.nullable(number), len: v.optional(number) });

const vectorSchema = v.object({
  state: v.string(),
  snd_una: number,
  snd_nxt: number,
  rcv_nxt: v.nullable(number),
  rcv_wnd: v.nullable(v.pipe(number, v.minValue(0), v.maxValue(65535))),
  segment: v.object({
    flags,
    seq: number,
    ack: v.nullable(number),
    len: v.pipe(number, v.minValue(0), v.maxValue(65535)),
    case: v.optional(v.string()),
  }),
  response: v.array(answer),
  kernel_state_after: v.string(),
  rfc_response: v.optional(v.array(answer)),
  rfc_state_after: v.optional(v.string()),
  verdict: v.optional(v.string()),
  class: v.optional(v.string()),
});

const fileSchema = v.object({ vectors: v.array(vectorSchema) });

/** Numbers are relative: both initial sequence numbers are 0, and numbers below them are negative. */
export type Vector = v.InferOutput<typeof vectorSchema>;
export type Answer = v.InferOutput<typeof answer>;

/** The vectors of a file, or one line that says what is wrong in it and where. */
export function readVectors(text: string): { vectors: readonly Vector[] } | { problem: string } {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    return { problem: `not JSON: ${(error as Error).message}` };
  }
  const read = v.safeParse(fileSchema, given);
  if (!read.success) {
    const [issue] = read.issues;
    const missing = issue.received === 'undefined';
    const place = pathOf(issue.path ?? []);
    return { problem: missing ? `${place} is missing` : `${place}: expected ${issue.expected}, got ${issue.received}` };
  }
  return read.output;
}

function pathOf(path: readonly { key?: unknown }[]): string {
  const joined = path.map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
  return joined.replace(/^\./, '') || 'the file';
}

/** The state a vector starts in, without what it says besides: 'ESTABLISHED(100 B unacked)' is ESTABLISHED. */
export function startOf(vector: Vector): State | null {
  return stateNamed(vector.state.replace(/\(.*\)$/, ''));
}

/** A state as the RFC or the kernel spells it: FIN-WAIT-1 or FIN_WAIT1, SYN-RECEIVED or SYN_RECV. */
export function stateNamed(name: string): State | null {
  const plain = (word: string) => word.toUpperCase().replace(/[-_]/g, '');
  const wanted = plain(name) === 'SYNRECV' ? 'SYNRECEIVED' : plain(name);
  return STATES.find((state) => plain(state) === wanted) ?? null;
}
