import { flagBits, NO_DATA, NOT_ECT, type Segment, type SegmentOptions } from '../tcp/segment.ts';
import { SEQUENCE_SPACE, toSequence } from '../tcp/sequence.ts';
import type { Tcb } from '../tcp/tcb.ts';
import type { HostName } from '../trace/trace.ts';
import { amount } from './amount.ts';
import type { ForgedOptions, ForgedSegment, SequenceSource, TimestampSource } from './forged-segment.ts';
import type { Random } from './random.ts';

/** What a forger writes into the bytes it injects: 'X' throughout, unlike anything an application here sends in order. */
export const INJECTED = 0x58;

/** The segment a forgery describes, with the numbers of this moment. A host without a connection counts as 0. */
export function forge(forgery: ForgedSegment, tcbs: Readonly<Record<HostName, Tcb | null>>, random: Random): Segment {
  const length = amount(forgery.len, random);
  return {
    seq: numberFrom(forgery.seq, tcbs, random),
    ack: forgery.flags.includes('ACK') ? numberFrom(forgery.ack, tcbs, random) : 0,
    flags: flagBits(forgery.flags),
    window: forgery.window,
    urgent: forgery.urgent,
    ecn: NOT_ECT,
    options: optionsFrom(forgery.options, tcbs, random),
    data: length === 0 ? NO_DATA : new Uint8Array(length).fill(INJECTED),
  };
}

function optionsFrom(
  { sack, timestamps, ...others }: ForgedOptions,
  tcbs: Readonly<Record<HostName, Tcb | null>>,
  random: Random,
): SegmentOptions {
  const edge = (source: SequenceSource) => numberFrom(source, tcbs, random);
  const stamp = (source: TimestampSource) =>
    source.kind === 'fixed'
      ? toSequence(source.value)
      : toSequence((tcbs[source.host]?.timestamps?.recent ?? 0) + source.plus);
  return {
    ...others,
    ...(timestamps === undefined ? {} : { timestamps: [stamp(timestamps[0]), stamp(timestamps[1])] }),
    ...(sack === undefined ? {} : { sack: sack.map(([left, right]) => [edge(left), edge(right)] as const) }),
  };
}

function numberFrom(source: SequenceSource, tcbs: Readonly<Record<HostName, Tcb | null>>, random: Random): number {
  if (source.kind === 'fixed') return toSequence(source.value);
  if (source.kind === 'random') return random.int(0, SEQUENCE_SPACE - 1);
  const tcb = tcbs[source.host];
  return toSequence((tcb === null ? 0 : variable(tcb, source.name)) + source.plus);
}

function variable(tcb: Tcb, name: (SequenceSource & { kind: 'variable' })['name']): number {
  switch (name) {
    case 'iss':
      return tcb.snd.iss;
    case 'irs':
      return tcb.rcv.irs;
    case 'snd.una':
      return tcb.snd.una;
    case 'snd.nxt':
      return tcb.snd.nxt;
    case 'rcv.nxt':
      return tcb.rcv.nxt;
  }
}
