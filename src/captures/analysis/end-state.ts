import type { State } from '../../tcp/state.ts';

/** What is known of the state of one end, and what that was concluded from. Sequence numbers are absolute. */
export interface EndState {
  state: State | null;
  /** It came from LISTEN: it answered a SYN without having sent one. */
  passive: boolean;
  /** It was seen to send data that was new, so it had not sent a FIN before that. */
  sentNew: boolean;
  /** SND.NXT when it first acknowledged the peer's SYN, and when it first acknowledged the peer's FIN: what follows proves both. */
  nxtAtSynAck: number | null;
  nxtAtFinAck: number | null;
  /** How many of its FINs that passed acknowledged the peer's FIN, and how many did not. */
  finsWithAck: number;
  finsWithout: number;
}

export function newEndState(): EndState {
  return {
    state: null,
    passive: false,
    sentNew: false,
    nxtAtSynAck: null,
    nxtAtFinAck: null,
    finsWithAck: 0,
    finsWithout: 0,
  };
}
