import { ConversationTable } from '../../../src/captures/analysis/conversation-table.ts';
import type { RetransmissionCause } from '../../../src/captures/analysis/segment-analysis.ts';
import { seqLt, seqMax } from '../../../src/tcp/sequence.ts';
import type { HostName, Trace, TracedSegment, TraceEvent } from '../../../src/trace/trace.ts';
import { merged, type NamedRun } from '../../oracles/captures.ts';
import { fieldsOf } from '../../oracles/judges.ts';
import { readCapture } from '../read-capture.ts';
import type { JudgedFrame } from './agreement.ts';
import { FLAGS, type TsharkAnalysis } from './tshark-flags.ts';

/** A frame of a simulated capture: what is said of it, and what is true. */
export interface TrueFrame extends JudgedFrame {
  readonly run: NamedRun;
  readonly truth: Truth;
}

export interface Truth {
  /** Its TCP sent all or some of it before. A probe or a keep-alive is none, nor is a copy. */
  readonly sentAgain: boolean;
  /** What made the TCP send it again; null where the run does not tell. */
  readonly cause: Exclude<RetransmissionCause, 'unknown'> | null;
  /** Its receiver had all of it when it came; null for one that never came. */
  readonly wasNeedless: boolean | null;
  /** It is sent first, and came behind what was sent after it. */
  readonly isLate: boolean;
  /** A copy that the network made, of something that was captured. */
  readonly isCopy: boolean;
  /** Whether something at or beyond its numbers was captured before it: else nothing can tell that it goes again. */
  readonly isVisible: boolean;
}

/** `duplicate_ack` itself is told twice, with a comma between; its number says the same. */
const TOLD = [...FLAGS.filter((flag) => flag !== 'duplicate_ack'), 'duplicate_ack_num'];

/** The captures of these runs at one end, analysed, with what tshark says and with the truth. */
export async function trueFrames(runs: readonly NamedRun[], at: HostName): Promise<readonly TrueFrame[]> {
  const file = merged(runs, at);
  const { segments } = readCapture(file.file);
  const said = await fieldsOf(file, ['frame.number', ...TOLD.map((flag) => `tcp.analysis.${flag}`)]);
  const truths = runs.flatMap((run) => truthsOf(run.trace, at).map((truth) => ({ run, truth })));
  if (said.length !== segments.length || truths.length !== segments.length) throw new Error('frames are missing');
  const table = new ConversationTable();
  return segments.map((captured, i) => ({
    captured,
    ours: table.add(captured),
    tshark: analysisOf(said[i]!),
    ...truths[i]!,
  }));
}

/** One value a field. */
function analysisOf([, ...values]: readonly string[]): TsharkAnalysis {
  return Object.fromEntries(TOLD.map((flag, i) => [flag, values[i] ?? '']));
}

function truthsOf(trace: Trace, at: HostName): Truth[] {
  const truths: Truth[] = [];
  const causes = causesOf(trace);
  const needless = needlessOf(trace);
  const again = sentAgainIn(trace);
  const captured = new Set<number>();
  const visible = visibility();
  const newest: Record<HostName, number> = { client: 0, server: 0 };
  for (const event of trace.events) {
    if (event.host !== at || (event.kind !== 'send' && event.kind !== 'arrive')) continue;
    const segment = trace.segments[event.segment - 1]!;
    if (event.kind === 'send' && segment.origin !== 'tcp') continue;
    // A copy that comes where its original never did stands for it.
    const original = segment.origin === 'copy' ? (segment.repeats ?? segment.n) : segment.n;
    const isFirst = segment.origin !== 'forged' && !captured.has(original);
    captured.add(original);
    const cause = causes.get(original) ?? null;
    truths.push({
      sentAgain: isFirst && again.has(original) && cause !== 'probe',
      cause: cause === 'probe' ? null : cause,
      wasNeedless: needless.get(segment.n) ?? null,
      isLate: isFirst && !again.has(original) && takesNumbers(segment) && original < newest[segment.from],
      isCopy: segment.origin === 'copy' && !isFirst && takesNumbers(segment),
      isVisible: visible(segment),
    });
    if (takesNumbers(segment)) newest[segment.from] = Math.max(newest[segment.from], original);
  }
  return truths;
}

/** Tells of one segment after the other whether any before it reached beyond its start. */
function visibility(): (segment: TracedSegment) => boolean {
  const reached = new Map<string, number>();
  return (segment) => {
    const key = `${segment.from} ${segment.connection}`;
    const before = reached.get(key);
    const end = (segment.seq + numbersOf(segment)) >>> 0;
    reached.set(key, before === undefined ? end : seqMax(before, end));
    return before !== undefined && seqLt(segment.seq, before);
  };
}

const takesNumbers = ({ len, flags }: TracedSegment) => len > 0 || flags.includes('SYN') || flags.includes('FIN');

/** What each segment was sent for: the timer that expired right before, or the recovery its TCP was in. */
function causesOf({ events }: Trace): Map<number, Truth['cause'] | 'probe'> {
  const causes = new Map<number, Truth['cause'] | 'probe'>();
  const expired: Partial<Record<HostName, Extract<TraceEvent, { kind: 'timer' }>>> = {};
  for (const event of events) {
    if (event.kind === 'timer') expired[event.host] = event;
    else if (event.kind === 'arrive' || event.kind === 'call') delete expired[event.host];
    if (event.kind !== 'send') continue;
    const timer = expired[event.host]?.timer;
    const recovery = event.after?.recovery;
    if (timer === 'persist' || timer === 'keep-alive') causes.set(event.segment, 'probe');
    else if (timer === 'retransmission' || recovery === 'timeout') causes.set(event.segment, 'timeout');
    else if (recovery === 'fast' || recovery === 'sack') causes.set(event.segment, 'fast');
    else causes.set(event.segment, null);
  }
  return causes;
}

/** The segments of a TCP that begin below what it had sent in the same connection. A SYN answered by a SYN,ACK is none. */
function sentAgainIn({ segments }: Trace): Set<number> {
  const again = new Set<number>();
  const highest = new Map<string, number>();
  for (const segment of segments) {
    if (segment.origin !== 'tcp' || !takesNumbers(segment)) continue;
    const key = `${segment.from} ${segment.connection}`;
    const before = highest.get(key);
    const end = (segment.seq + numbersOf(segment)) >>> 0;
    if (
      before !== undefined &&
      seqLt(segment.seq, before) &&
      (segment.repeats !== null || !segment.flags.includes('SYN'))
    )
      again.add(segment.n);
    highest.set(key, before === undefined ? end : seqMax(before, end));
  }
  return again;
}

const numbersOf = ({ len, flags }: TracedSegment) =>
  len + Number(flags.includes('SYN')) + Number(flags.includes('FIN'));

/** Whether each segment that arrived held only what had arrived before. */
function needlessOf({ events, segments }: Trace): Map<number, boolean> {
  const needless = new Map<number, boolean>();
  const got: Record<HostName, [number, number][]> = { client: [], server: [] };
  for (const event of events) {
    if (event.kind !== 'arrive') continue;
    const segment = segments[event.segment - 1]!;
    if (!takesNumbers(segment)) continue;
    const length = numbersOf(segment);
    const mine = got[segment.from];
    const offset = (number: number) => (number - segment.seq) | 0;
    let reached = 0;
    for (let moved = true; moved && reached < length; ) {
      const next = mine.find(([from, to]) => offset(from) <= reached && offset(to) > reached);
      moved = next !== undefined;
      if (next !== undefined) reached = offset(next[1]);
    }
    needless.set(segment.n, reached >= length);
    const { notes } = event;
    if (
      !notes.includes('unacceptable') &&
      !notes.includes('discarded-out-of-order') &&
      !notes.includes('paws-rejected')
    )
      mine.push([segment.seq, (segment.seq + length) >>> 0]);
  }
  return needless;
}
