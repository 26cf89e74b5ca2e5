import { PROFILES, type ProfileName } from '../../../src/tcp/conventions.ts';
import { flagNames } from '../../../src/tcp/segment.ts';
import type { State } from '../../../src/tcp/state.ts';
import { opened, segment } from '../opened.ts';
import { type Answer, startOf, stateNamed, type Vector } from './vector.ts';

/** Whose answer a vector is held against where it knows two: the kernel's, or the one RFC 9293's text gives. */
export type Against = 'kernel' | 'text';

/** One vector played: `got` and `expected` in packetdrill's short form, or why it cannot be played. */
export type Judged =
  | { readonly kind: 'played'; readonly same: boolean; readonly expected: string; readonly got: string }
  | { readonly kind: 'unplayable'; readonly problem: string };

const INITIAL_RECEIVE_BUFFER = 64240;

/** Brings a connection into the state, delivers the segment and compares the answers (flags but PSH, seq, ack, len) and the state. */
export function judge(vector: Vector, profile: ProfileName, against: Against): Judged {
  const expected = expectedOf(vector, against);
  const start = startOf(vector);
  if (start === null || expected === null) return { kind: 'unplayable', problem: 'names a state that does not exist' };
  const rig = rigFor(vector, profile);
  if (rig === null) return { kind: 'unplayable', problem: `names a state that cannot be reached: ${vector.state}` };
  const { tcb } = rig;
  const here = [tcb.snd.una, tcb.snd.nxt, tcb.rcv.nxt];
  const there = [vector.snd_una, vector.snd_nxt, vector.rcv_nxt ?? tcb.rcv.nxt];
  if (start !== 'CLOSED' && start !== 'LISTEN' && here.join() !== there.join()) {
    return { kind: 'unplayable', problem: `SND.UNA, SND.NXT, RCV.NXT are ${here} in ${vector.state}, not ${there}` };
  }
  const { flags, seq, ack, len } = vector.segment;
  const replies = rig.deliver(segment({ flags, seq, ack: ack ?? 0, len }), 0);
  const got = told(
    replies.map((reply) => ({
      flags: [...flagNames(reply.flags)],
      seq: reply.seq,
      ack: flagNames(reply.flags).includes('ACK') ? reply.ack : null,
      len: reply.data.length,
    })),
    tcb.state,
  );
  return { kind: 'played', same: got === expected, expected, got };
}

/**
 * A connection in the vector's state, or null for a state unknown. ACKs are not delayed: a vector tells what came within
 * 4 ms, and a kernel's first ACKs are quick ones. The file does not tell what timestamps a peer would send: it sends none.
 */
function rigFor(vector: Vector, profile: ProfileName): ReturnType<typeof opened> | null {
  const fins = Math.max(0, (vector.rcv_nxt ?? 1) - 1);
  const receiveBuffer = vector.rcv_wnd === null ? INITIAL_RECEIVE_BUFFER : vector.rcv_wnd + fins;
  try {
    return opened(vector.state, {
      conventions: { ...PROFILES[profile], delayedAckMs: null, nagle: false },
      receiveBuffer,
    });
  } catch {
    return null;
  }
}

/** What the vector says comes of it, or null where it names a state that does not exist. */
function expectedOf(vector: Vector, against: Against): string | null {
  const { rfc_response: textAnswers, rfc_state_after: textState } = vector;
  if (vector.verdict !== 'agree' && against === 'text' && textAnswers !== undefined && textState !== undefined) {
    const state = stateNamed(textState);
    return state === null ? null : told(textAnswers, state);
  }
  const state = kernelState(vector);
  return state === null ? null : told(vector.response, state);
}

/** The kernel's socket after. Its listening socket is another one, which stays: no connection yet means LISTEN. */
function kernelState(vector: Vector): State | null {
  const after = stateNamed(vector.kernel_state_after);
  const passive = vector.state === 'LISTEN' || vector.state === 'SYN-RECEIVED(passive)';
  return passive && after === 'CLOSED' ? 'LISTEN' : after;
}

/** 'S. 0:0(0) ack 1 | SYN-RECEIVED'. The RFC's answers of a vector carry no length, for they carry no data. */
function told(answers: readonly Answer[], state: State): string {
  const said = answers.map(({ flags, seq, ack, len }) => {
    const names = flags.filter((flag) => flag !== 'PSH').sort();
    return `${names.join(',')} seq ${seq | 0}${ack === null ? '' : ` ack ${ack | 0}`} len ${len ?? 0}`;
  });
  return `${said.join(' + ') || 'nothing'}, ${state}`;
}
