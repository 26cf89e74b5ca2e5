import type { Ecn, SegmentOptions } from '../../../src/tcp/segment.ts';
import type { Assertion } from './assertion.ts';
import type { Unsupported } from './outcome.ts';

/** A packetdrill script, read. Times are in milliseconds. */
export interface Script {
  /** `--name=value` lines, names without the dashes. */
  readonly options: readonly HeaderOption[];
  /** `// profile: ...`, `// conventions: ...` and the like. */
  readonly directives: readonly Directive[];
  readonly events: readonly ScriptEvent[];
  readonly unsupported: readonly Unsupported[];
}

export interface HeaderOption {
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

export interface Directive {
  readonly name: 'profile' | 'conventions' | 'endpoint';
  readonly value: string;
  readonly line: number;
}

/** When an event happens: relative times count from the event before it. */
export type When =
  | { readonly kind: 'absolute'; readonly ms: number }
  | { readonly kind: 'relative'; readonly ms: number }
  | { readonly kind: 'absolute-range'; readonly fromMs: number; readonly toMs: number }
  | { readonly kind: 'relative-range'; readonly fromMs: number; readonly toMs: number }
  | { readonly kind: 'any' };

export interface ScriptEvent {
  readonly line: number;
  /** As written, on one line. */
  readonly text: string;
  readonly when: When;
  readonly action: Action;
}

export type Action =
  | { readonly kind: 'inject'; readonly packet: Packet }
  | { readonly kind: 'expect'; readonly packet: Packet }
  | { readonly kind: 'call'; readonly call: SystemCall }
  | { readonly kind: 'shell'; readonly command: string }
  | { readonly kind: 'assert'; readonly assertions: readonly Assertion[] };

/** A segment as written: numbers count from the initial sequence numbers the script uses. */
export interface Packet {
  readonly flags: number;
  readonly seq: number;
  readonly length: number;
  readonly ack: number;
  /** Null: not written, so any. */
  readonly window: number | null;
  readonly urgent: number;
  /** 'any' stands for `<...>`. */
  readonly options: SegmentOptions | 'any';
  /** Null: not written, so any; 'ect' stands for [ect01]. */
  readonly ecn: Ecn | 'ect' | null;
}

export interface SystemCall {
  readonly name: string;
  readonly line: number;
  readonly arguments: readonly Expression[];
  readonly result: Expression;
  /** The name of the error expected, with a result of -1. */
  readonly errno: string | null;
  /** When a call that blocks returns, on the same scale as the event's time; null for one that returns at once. */
  readonly endMs: number | null;
}

export type Expression =
  | { readonly kind: 'ellipsis' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'word'; readonly name: string }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'flags'; readonly parts: readonly Expression[] }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'field'; readonly name: string; readonly value: Expression }
  | { readonly kind: 'apply'; readonly name: string; readonly arguments: readonly Expression[] };
