import type { Flag } from '../tcp/segment.ts';
import type { HostName } from '../trace/trace.ts';
import type { Amount } from './amount.ts';

/** A number given, or read from a host's connection at that moment, plus an offset (mod 2^32). */
export type SequenceSource =
  | { readonly kind: 'fixed'; readonly value: number }
  | {
      readonly kind: 'variable';
      readonly host: HostName;
      readonly name: 'iss' | 'irs' | 'snd.una' | 'snd.nxt' | 'rcv.nxt';
      readonly plus: number;
    }
  | { readonly kind: 'random' };

/** A number given, or TS.Recent of a host's connection at that moment, the last TSval it took, plus an offset. */
export type TimestampSource =
  | { readonly kind: 'fixed'; readonly value: number }
  | { readonly kind: 'recent'; readonly host: HostName; readonly plus: number };

/** Options of a forged segment; what a TCP would not send is allowed. */
export interface ForgedOptions {
  readonly mss?: number;
  readonly windowScale?: number;
  readonly sackPermitted?: true;
  readonly sack?: readonly (readonly [left: SequenceSource, right: SequenceSource])[];
  readonly timestamps?: readonly [value: TimestampSource, echoReply: TimestampSource];
}

/** A segment that no TCP of this run sends: made up off the path, or an old duplicate of an earlier connection. */
export interface ForgedSegment {
  /** Whom it comes from, or claims to. */
  readonly from: HostName;
  readonly origin: 'forged' | 'copy';
  readonly flags: readonly Flag[];
  readonly seq: SequenceSource;
  readonly ack: SequenceSource;
  readonly len: Amount;
  readonly window: number;
  /** The urgent pointer; 0 without URG. */
  readonly urgent: number;
  readonly options: ForgedOptions;
}
