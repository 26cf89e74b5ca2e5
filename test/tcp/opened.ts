import { close, openActive, openPassive, send } from '../../src/tcp/calls.ts';
import { type Conventions, PROFILES } from '../../src/tcp/conventions.ts';
import { output } from '../../src/tcp/output.ts';
import { ACK, FIN, type Flag, flagBits, NO_DATA, NO_OPTIONS, type Segment, SYN } from '../../src/tcp/segment.ts';
import { segmentArrives } from '../../src/tcp/segment-arrives.ts';
import { toSequence } from '../../src/tcp/sequence.ts';
import { createTcb, type Effect, type Tcb } from '../../src/tcp/tcb.ts';

/** A segment with only the interesting fields given; numbers may be negative and wrap. */
export function segment(fields: {
  flags: readonly Flag[];
  seq?: number;
  ack?: number;
  len?: number;
  window?: number;
  mss?: number;
}): Segment {
  return {
    seq: toSequence(fields.seq ?? 0),
    ack: toSequence(fields.ack ?? 0),
    flags: flagBits(fields.flags),
    window: fields.window ?? 30000,
    options: fields.mss === undefined ? NO_OPTIONS : { mss: fields.mss },
    data: fields.len ? new Uint8Array(fields.len) : NO_DATA,
  };
}

export interface Rig {
  readonly tcb: Tcb;
  readonly effects: Effect[];
  /** Delivers a segment and lets the connection answer. Returns the segments sent. */
  deliver(segment: Segment, now?: number): Segment[];
  /** Runs a call and returns the segments it sent. */
  call(action: (tcb: Tcb) => void, now?: number): Segment[];
}

/** A connection whose ISS is `iss` and whose effects are recorded. */
export function rig(
  options: { iss?: number; conventions?: Partial<Conventions>; mss?: number; receiveBuffer?: number } = {},
): Rig {
  const effects: Effect[] = [];
  const tcb = createTcb({
    conventions: { ...PROFILES.rfc, nagle: false, ...options.conventions },
    mss: options.mss ?? 1460,
    receiveBuffer: options.receiveBuffer ?? 64240,
    chooseIss: () => options.iss ?? 0,
    emit: (effect) => effects.push(effect),
  });
  const sentBy = (action: () => void): Segment[] => {
    const before = effects.length;
    action();
    return effects.slice(before).flatMap((effect) => (effect.kind === 'send' ? [effect.segment] : []));
  };
  return {
    tcb,
    effects,
    deliver: (arriving, now = 0) =>
      sentBy(() => {
        segmentArrives(tcb, arriving, now);
        if (tcb.state !== 'CLOSED') output(tcb, now);
      }),
    call: (action, now = 0) =>
      sentBy(() => {
        action(tcb);
        if (tcb.state !== 'CLOSED') output(tcb, now);
      }),
  };
}

/** A connection brought by real segments into a state; both ISNs are 0, the peer's window 30000, its MSS 1460. */
export function opened(state: string, options: Parameters<typeof rig>[0] = {}): Rig {
  const r = rig(options);
  const established = () => {
    openPassive(r.tcb);
    r.deliver(segment({ flags: ['SYN'], seq: 0, mss: 1460 }));
    r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1 }));
  };
  const peerFin = (ack: number) => r.deliver(segment({ flags: ['FIN', 'ACK'], seq: 1, ack }));
  const ownClose = () => r.call((tcb) => close(tcb, 0));
  const reach: Record<string, () => void> = {
    CLOSED: () => {},
    LISTEN: () => openPassive(r.tcb),
    'SYN-SENT': () => openActive(r.tcb, 0),
    'SYN-RECEIVED(passive)': () => {
      openPassive(r.tcb);
      r.deliver(segment({ flags: ['SYN'], seq: 0, mss: 1460 }));
    },
    'SYN-RECEIVED(simultaneous)': () => {
      openActive(r.tcb, 0);
      r.deliver(segment({ flags: ['SYN'], seq: 0, mss: 1460 }));
    },
    ESTABLISHED: established,
    'ESTABLISHED(100 B unacked)': () => {
      established();
      r.call((tcb) => send(tcb, new Uint8Array(100)));
    },
    'FIN-WAIT-1': () => {
      established();
      ownClose();
    },
    'FIN-WAIT-2': () => {
      established();
      ownClose();
      r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 2 }));
    },
    CLOSING: () => {
      established();
      ownClose();
      peerFin(1);
    },
    'TIME-WAIT': () => {
      established();
      ownClose();
      r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 2 }));
      peerFin(2);
    },
    'CLOSE-WAIT': () => {
      established();
      peerFin(1);
    },
    'LAST-ACK': () => {
      established();
      peerFin(1);
      ownClose();
    },
  };
  const go = reach[state];
  if (go === undefined) throw new Error(`no way to reach ${state}`);
  go();
  r.effects.length = 0;
  return r;
}

/** A segment's flags, numbers and length in packetdrill's short form: 'S. 0:0(0) ack 1'. */
export function short(sent: Segment): string {
  const letters = `${sent.flags & SYN ? 'S' : ''}${sent.flags & FIN ? 'F' : ''}${sent.flags & 4 ? 'R' : ''}${sent.flags & 8 ? 'P' : ''}${sent.flags & ACK ? '.' : ''}`;
  const end = toSequence(sent.seq + sent.data.length);
  return `${letters} ${sent.seq}:${end}(${sent.data.length})${sent.flags & ACK ? ` ack ${sent.ack}` : ''}`;
}
