import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CapturedTrace } from '../../../src/captures/trace/captured-trace.ts';
import { capturedTrace } from '../../../src/captures/trace/conversation-trace.ts';
import type { HeldConversation } from '../../../src/captures/trace/held-conversations.ts';
import { simulate } from '../../../src/simulator/simulate.ts';
import { CE, ECT_0 } from '../../../src/tcp/segment.ts';
import { HOST_NAMES, type HostName, type Trace, type TracedSegment } from '../../../src/trace/trace.ts';
import { takenForClient } from '../../oracles/captures.ts';
import { folder, taught } from '../../simulator/taught.ts';
import { seenAt } from './analysed.ts';
import { capturedFile, conversationsOf } from './from-file.ts';

const names = readdirSync(folder).map((file) => file.replace(/\.yaml$/, ''));
const options = { file: 'a.pcap', numbers: 'absolute', epochMs: 0 } as const;

interface Frame {
  readonly conversation: HeldConversation;
  readonly captured: CapturedTrace;
  readonly segment: TracedSegment;
}

/** All segments of a file in the order of its frames. */
function framesOf(file: Uint8Array): Frame[] {
  const frames: Frame[] = [];
  for (const conversation of conversationsOf(file)) {
    const captured = capturedTrace(conversation.segments, conversation.summary, options);
    captured.trace.segments.forEach((segment, index) => {
      frames[captured.frames[index]! - 1] = { conversation, captured, segment };
    });
  }
  return frames;
}

const other = (host: HostName): HostName => (host === 'client' ? 'server' : 'client');

/** The fields of a segment as a capture at `at` has to hold them. */
function fields({ flags, seq, ack, len, window, urgent, ecn, options: rest }: TracedSegment, from: HostName) {
  return { from, flags, seq, ack, len, window, urgent, ecn, options: rest };
}

describe.each(names)('%s', (name) => {
  const runs: readonly Trace[] = ['seed', 'another'].map((seed) => simulate(taught(name), seed));

  it.each(HOST_NAMES)('comes back from a capture at the %s as it was sent, in IPv4 and IPv6', (at) => {
    for (const trace of runs) {
      // Where both ends connect, the end whose SYN is captured first is taken for the client.
      const turned = takenForClient(trace, at) === 'server';
      const expected = seenAt(trace, at).map(({ segment }) => {
        const sentHere = segment.from === at;
        const ecn = sentHere && segment.ecn === CE ? ECT_0 : segment.ecn;
        return fields({ ...segment, ecn }, turned ? other(segment.from) : segment.from);
      });
      for (const ipv6 of [false, true]) {
        const frames = framesOf(capturedFile(trace, at, ipv6));
        expect(frames.map(({ segment }) => fields(segment, segment.from))).toEqual(expected);
      }
    }
  });

  it.each(HOST_NAMES)('is said to be lost or delivered only where it was, captured at the %s', (at) => {
    for (const trace of runs) {
      const frames = framesOf(capturedFile(trace, at, false));
      seenAt(trace, at).forEach(({ segment }, index) => {
        const { fate } = frames[index]!.segment;
        if (fate !== 'unknown') expect([index + 1, fate]).toEqual([index + 1, segment.fate]);
      });
    }
  });

  it.each(HOST_NAMES)('shows the states that an end was in, captured at the %s', (at) => {
    for (const trace of runs) {
      const turned = takenForClient(trace, at) === 'server';
      const traces = new Set(framesOf(capturedFile(trace, at, false)).map(({ captured }) => captured));
      for (const captured of traces) {
        for (const event of captured.trace.events) {
          if (event.kind !== 'state') continue;
          const host = turned ? other(event.host) : event.host;
          const was = trace.events.some((one) => one.kind === 'state' && one.host === host && one.to === event.to);
          expect([event.host, event.to, was || event.to === 'LISTEN' || event.to === 'CLOSED']).toEqual([
            event.host,
            event.to,
            true,
          ]);
        }
      }
    }
  });
});

describe('on a network that loses, copies and reorders', () => {
  // With an ISN that is used again, an ACK of the old connection acknowledges what the new one has just sent; an attacker
  // acknowledges what never arrived.
  const deceived = ['old-duplicate-zero-isn', 'blind-attack'];
  it.each(names.filter((name) => !deceived.includes(name)))('what is said of %s is true', (name) => {
    const found = new Set<string>();
    for (let seed = 0; seed < 12; seed++) {
      const scenario = taught(name);
      const network = { ...scenario.network, loss: 0.08, reorder: 0.05, reorderMs: 30, duplicate: 0.03 };
      const trace = simulate({ ...scenario, network }, `bad ${seed}`);
      for (const at of HOST_NAMES) {
        const frames = framesOf(capturedFile(trace, at, false));
        seenAt(trace, at).forEach(({ segment }, index) => {
          const { fate } = frames[index]!.segment;
          found.add(fate);
          if (fate !== 'unknown') expect([seed, at, index + 1, fate]).toEqual([seed, at, index + 1, segment.fate]);
        });
      }
    }
    expect(found).toContain('delivered');
    if (name === 'sack-recovery' || name === 'fast-retransmit') expect(found).toContain('lost');
  });
});
