import { payloadByte } from '../../src/simulator/payload.ts';
import type { Scenario } from '../../src/simulator/scenario.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import type { HostName, Snapshot, Trace } from '../../src/trace/trace.ts';
import { congestionRules } from './congestion-rules.ts';
import { ecnRules } from './ecn-rules.ts';
import { optionRules } from './option-rules.ts';
import { timerRules } from './timer-rules.ts';

const distance = (from: number, to: number) => (((to - from) % 2 ** 32) + 2 ** 32) % 2 ** 32;
const isAhead = (from: number, to: number) => distance(from, to) < 2 ** 31;

/** Plays a run and lists everything that breaks a rule of TCP; an empty list is a good run. */
export function violations(scenario: Scenario, seed: string): { trace: Trace; broken: string[] } {
  const broken: string[] = [];
  const received: Record<string, number> = {};
  const trace = simulate(scenario, seed, {
    delivered: (host, connection, data) => {
      const key = `${host}/${connection}`;
      const offset = received[key] ?? 0;
      const from: HostName = host === 'client' ? 'server' : 'client';
      data.forEach((byte, i) => {
        if (byte !== payloadByte(from, offset + i)) broken.push(`${key}: byte ${offset + i} is wrong`);
      });
      received[key] = offset + data.length;
    },
  });
  if (trace.ended !== 'quiet') broken.push(`did not end: ${trace.ended} at ${trace.endMs} ms`);
  for (const host of ['client', 'server'] as const) {
    broken.push(...snapshotRules(trace, host), ...acksNeverGoBack(trace, host));
    broken.push(...congestionRules(scenario, trace, host), ...timerRules(scenario, trace, host));
  }
  broken.push(...windowRules(trace), ...optionRules(trace), ...ecnRules(trace));
  return { trace, broken };
}

/** A side gave the connection up: R2 (§3.8.3), the user timeout (§3.10.8), or keep-alives without an answer (§3.8.4). */
export function gaveUp(trace: Trace): boolean {
  return trace.events.some((e) => e.kind === 'timer' && e.timer !== 'time-wait' && e.after?.state === 'CLOSED');
}

/**
 * A later connection on the same addresses was reset: by the RSTs with which TIME-WAIT's answers to its SYN were met,
 * delayed or doubled on the way (the hazard of RFC 1337).
 */
function reopenedInVain(trace: Trace): boolean {
  return trace.events.some(
    (e) => e.kind === 'arrive' && e.notes.includes('reset') && e.after !== null && e.after.connection > 1,
  );
}

/** Everything sent was received and both sides are closed, unless a side had to give up. */
export function completeness(trace: Trace): string[] {
  if (gaveUp(trace) || reopenedInVain(trace)) return [];
  const { client, server } = trace.final;
  const out: string[] = [];
  if (server.receivedBytes !== client.sentBytes) out.push(`server got ${server.receivedBytes} of ${client.sentBytes}`);
  if (client.receivedBytes !== server.sentBytes) out.push(`client got ${client.receivedBytes} of ${server.sentBytes}`);
  // A late copy of the SYN may have opened and reset one more connection: the listener is then back in LISTEN.
  const over = (state: string | null) => state === 'CLOSED' || state === 'LISTEN';
  if (!over(client.state) || !over(server.state)) out.push(`ended in ${client.state}, ${server.state}`);
  return out;
}

function snapshotRules(trace: Trace, host: HostName): string[] {
  const out: string[] = [];
  let before: Snapshot | null = null;
  for (const event of trace.events) {
    if (event.host !== host || event.kind === 'lost' || event.after === null) continue;
    const s = event.after;
    if (s.state === 'LISTEN' || s.state === 'CLOSED') continue;
    if (!isAhead(s.sndUna, s.sndNxt)) out.push(`${host}: SND.UNA ${s.sndUna} > SND.NXT ${s.sndNxt}`);
    if (before !== null && before.connection === s.connection && before.iss === s.iss) {
      if (!isAhead(before.sndUna, s.sndUna)) out.push(`${host}: SND.UNA went back to ${s.sndUna}`);
      if (before.irs === s.irs && before.state !== 'SYN-SENT' && !isAhead(before.rcvNxt, s.rcvNxt)) {
        out.push(`${host}: RCV.NXT went back to ${s.rcvNxt}`);
      }
    }
    const times = event.ms;
    for (const timer of s.timers) if (timer.expiresMs < times) out.push(`${host}: ${timer.name} is overdue`);
    before = s;
  }
  return out;
}

function acksNeverGoBack(trace: Trace, host: HostName): string[] {
  const out: string[] = [];
  let last: { ack: number; connection: number } | null = null;
  for (const s of trace.segments) {
    if (s.from !== host || s.origin !== 'tcp' || !s.flags.includes('ACK') || s.flags.includes('RST')) continue;
    if (last !== null && last.connection === s.connection && !isAhead(last.ack, s.ack))
      out.push(`${host}: ACK went back to ${s.ack}`);
    last = { ack: s.ack, connection: s.connection };
  }
  return out;
}

/** Never beyond the largest right edge the peer has offered so far, but for a one-byte probe (§3.8.6.1). */
function windowRules(trace: Trace): string[] {
  const out: string[] = [];
  const edge: Partial<Record<HostName, number>> = {};
  // The window scale on the last SYN that each host sent, and that it processed.
  const own: Partial<Record<HostName, number | undefined>> = {};
  const peers: Partial<Record<HostName, number | undefined>> = {};
  for (const event of trace.events) {
    if (event.kind === 'arrive') {
      const s = trace.segments[event.segment - 1];
      if (s === undefined) continue;
      if (event.notes.includes('syn-accepted')) peers[event.host] = s.options.windowScale;
      if (!s.flags.includes('ACK') || s.flags.includes('RST')) continue;
      const scales = own[event.host] !== undefined && !s.flags.includes('SYN');
      const right = (s.ack + s.window * 2 ** (scales ? Math.min(14, peers[event.host] ?? 0) : 0)) % 2 ** 32;
      const known = edge[event.host];
      if (known === undefined || isAhead(known, right)) edge[event.host] = right;
    } else if (event.kind === 'send') {
      const s = trace.segments[event.segment - 1];
      if (s === undefined || s.origin !== 'tcp') continue;
      if (s.flags.includes('SYN')) own[event.host] = s.options.windowScale;
      if (s.len <= 1) continue;
      const known = edge[event.host];
      if (known === undefined) out.push(`${event.host}: data before any window`);
      else if (!isAhead((s.seq + s.len) % 2 ** 32, known)) out.push(`${event.host}: #${s.n} beyond the window`);
    }
  }
  return out;
}
