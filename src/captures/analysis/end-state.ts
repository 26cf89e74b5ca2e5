import type { State } from '../../tcp/state.ts';

/** What is known of the state of one end, and what that was concluded from. Sequence numbers are absolute. */
export interface EndState {
  state: State | null;
  /** The peer's FIN may have been taken or not: until this end answers, the state is not settled. */
  inDoubt: boolean;
  /** It has sent a SYN on the same ports since: unless someone else sent that, the connection is gone here. */
  gone: boolean;
  /** It came from LISTEN: it answered a SYN without having sent one. */
  passive: boolean;
  /** It was seen to send data that was new, so it had not sent a FIN before that. */
  sentNew: boolean;
  /** SND.NXT when it first acknowledged the peer's SYN, and when it first acknowledged the peer's FIN: what follows proves both. */
  nxtAtSynAck: number | null;
  nxtAtFinAck: number | null;
  /** The acknowledgement number of its first FIN; null before it. */
  finAck: number | null;
  /** It has acknowledged the peer's FIN. */
  finReceived: boolean;
  /** When it did so first, nothing of its own was left to send: so no CLOSE was waiting behind data. */
  idle: boolean;
  /** How many of its FINs that passed acknowledged the peer's FIN, and how many did not. */
  finsWithAck: number;
  finsWithout: number;
}

export function newEndState(): EndState {
  return {
    state: null,
    inDoubt: false,
    gone: false,
    passive: false,
    sentNew: false,
    nxtAtSynAck: null,
    nxtAtFinAck: null,
    finAck: null,
    finReceived: false,
    idle: false,
    finsWithAck: 0,
    finsWithout: 0,
  };
}

/** Forgets all that is known of it, for the next conversation. */
export function resetEndState(end: EndState): void {
  end.state = null;
  end.inDoubt = false;
  end.gone = false;
  end.passive = false;
  end.sentNew = false;
  end.nxtAtSynAck = null;
  end.nxtAtFinAck = null;
  end.finAck = null;
  end.finReceived = false;
  end.idle = false;
  end.finsWithAck = 0;
  end.finsWithout = 0;
}

/** The state as far as it is settled. */
export function settled({ state, inDoubt }: EndState): State | null {
  return inDoubt ? null : state;
}
