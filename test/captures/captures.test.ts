import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { HostName } from '../../src/trace/trace.ts';
import { CONVERSATIONS, ORDER_DIFFERS } from './conversations.ts';
import { lineOf, play, seenAt } from './play.ts';
import { recorded } from './recorded.ts';

const names = readdirSync(new URL('./recorded/', import.meta.url)).map((file) => file.replace('.json', ''));

/**
 * Linux chooses the shift of its window scale from memory limits of its own, and answers data after a full close with a
 * RST that has no timestamps (RFC 7323 §3.2: SHOULD), since it keeps little of such a connection.
 */
const comparable = (line: string) => line.replace(/wscale \d+/, 'wscale').replace(/^(\w+ R .*) <.*>$/, '$1');

const from = (host: HostName) => (line: string) => line.startsWith(host);

/**
 * In what order a conversation is seen; or, where the recording saw two arrivals in one go, each direction by itself.
 */
function ordered(name: string, at: HostName, lines: readonly string[]): readonly string[] {
  if (!ORDER_DIFFERS.has(`${name} at ${at}`)) return lines;
  return [...lines.filter(from('client')), ...lines.filter(from('server'))];
}

describe('conversations recorded from Linux, played again under the linux profile', () => {
  test('every recording is told', () => {
    expect(Object.keys(CONVERSATIONS).sort()).toEqual(names.sort());
  });

  test.each(Object.entries(CONVERSATIONS))('%s: the same segments in the same order', (name, told) => {
    const capture = recorded(name);
    const trace = play(name, capture, told);
    for (const at of ['client', 'server'] as const) {
      const want = at === 'client' ? capture.atClient : capture.atServer;
      if (want === null) continue;
      const got = seenAt(at, trace).map(lineOf);
      expect(ordered(name, at, got.map(comparable)), `seen at the ${at}`).toEqual(
        ordered(name, at, want.map(comparable)),
      );
    }
  });

  test.each([...ORDER_DIFFERS])('%s: the order of the two directions does differ', (where) => {
    const [name, at] = where.split(' at ') as [string, HostName];
    const capture = recorded(name);
    const got = seenAt(at, play(name, capture, CONVERSATIONS[name]!)).map(lineOf);
    expect(got.map(comparable)).not.toEqual((at === 'client' ? capture.atClient : capture.atServer)?.map(comparable));
  });
});
