import { close } from '../../src/tcp/calls/close.ts';
import { openActive, openPassive } from '../../src/tcp/calls/open.ts';
import { send } from '../../src/tcp/calls/send.ts';
import { type Conventions, PROFILES } from '../../src/tcp/conventions.ts';
import {
  ACK,
  type Ecn,
  FIN,
  type Flag,
  flagBits,
  NO_DATA,
  NO_OPTIONS,
  type Segment,
  type SegmentOptions,
  SYN,
} from '../../src/tcp/segment.ts';
import { segmentArrives } from '../../src/tcp/segment-arrives.ts';
import { output } from '../../src/tcp/sending/output.ts';
import { toSequence } from '../../src/tcp/sequence.ts';
import { createTcb, type Effect, type Tcb } from '../../src/tcp/tcb.ts';

/** A segment with only the interesting fields given; numbers may be negative and wrap. */
export function segment(fields: {
  flags: readonly Flag[];
  seq?: number;
  ack?: number;
  len?: number;
  window?: number;
  urgent?: number;
  ecn?: Ecn;
  mss?: number;
  /** All options; `mss` is then ignored. */
  options?: SegmentOptions;
}): Segment {
  return {
    seq: toSequence(fields.seq ?? 0),
    ack: toSequence(fields.ack ?? 0),
    flags: flagBits(fields.flags),
    window: fields.window ?? 30000,
    urgent: fields.urgent ?? 0,
    ecn: fields.ecn ?? 0,
    options: fields.options ?? (fields.mss === undefined ? NO_OPTIONS : { mss: fields.mss }),
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
  options: {
    iss?: number;
    conventions?: Partial<Conventions>;
    mss?: number;
    receiveBuffer?: number;
    ipVersion?: 4 | 6;
    timestampOffset?: number;
  } = {},
): Rig {
  const effects: Effect[] = [];
  const tcb = createTcb({
    conventions: { ...PROFILES.rfc, nagle: false, ...options.conventions },
    mss: options.mss ?? 1460,
    receiveBuffer: options.receiveBuffer ?? 64240,
    ipVersion: options.ipVersion ?? 4,
    timestampOffset: options.timestampOffset ?? 0,
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
  bring(r, state);
  r.effects.length = 0;
  return r;
}

const peerSyn = segment({ flags: ['SYN'], seq: 0, mss: 1460 });
const peerFin = (ack: number) => segment({ flags: ['FIN', 'ACK'], seq: 1, ack });
const ackOfOurFin = segment({ flags: ['ACK'], seq: 1, ack: 2 });

const UNACKED = /^ESTABLISHED\((\d+) B unacked\)$/;

function bring(r: Rig, state: string): void {
  const after = (earlier: string) => bring(r, earlier);
  const ownClose = () => r.call((tcb) => close(tcb, 0));
  switch (state) {
    case 'CLOSED':
      return;
    case 'LISTEN':
      openPassive(r.tcb);
      return;
    case 'SYN-SENT':
      openActive(r.tcb, 0);
      return;
    case 'SYN-RECEIVED(passive)':
      after('LISTEN');
      r.deliver(peerSyn);
      return;
    case 'SYN-RECEIVED(simultaneous)':
      after('SYN-SENT');
      r.deliver(peerSyn);
      return;
    case 'ESTABLISHED':
      after('SYN-RECEIVED(passive)');
      r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1 }));
      return;
    case 'FIN-WAIT-1':
      after('ESTABLISHED');
      ownClose();
      return;
    case 'FIN-WAIT-2':
      after('FIN-WAIT-1');
      r.deliver(ackOfOurFin);
      return;
    case 'CLOSING':
      after('FIN-WAIT-1');
      r.deliver(peerFin(1));
      return;
    case 'TIME-WAIT':
      after('FIN-WAIT-2');
      r.deliver(peerFin(2));
      return;
    case 'CLOSE-WAIT':
      after('ESTABLISHED');
      r.deliver(peerFin(1));
      return;
    case 'LAST-ACK':
      after('CLOSE-WAIT');
      ownClose();
      return;
    default: {
      const unacked = UNACKED.exec(state);
      if (unacked === null) throw new Error(`no way to reach ${state}`);
      after('ESTABLISHED');
      r.call((tcb) => send(tcb, new Uint8Array(Number(unacked[1])), 0));
    }
  }
}

/** A segment's flags, numbers and length in packetdrill's short form: 'S. 0:0(0) ack 1'. */
export function short(sent: Segment): string {
  const letters = `${sent.flags & SYN ? 'S' : ''}${sent.flags & FIN ? 'F' : ''}${sent.flags & 4 ? 'R' : ''}${sent.flags & 8 ? 'P' : ''}${sent.flags & ACK ? '.' : ''}`;
  const end = toSequence(sent.seq + sent.data.length);
  return `${letters} ${sent.seq}:${end}(${sent.data.length})${sent.flags & ACK ? ` ack ${sent.ack}` : ''}`;
}
