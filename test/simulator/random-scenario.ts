import fc from 'fast-check';
import type { Action, Scenario } from '../../src/simulator/scenario.ts';
import { randomConventions } from './random-conventions.ts';
import { scenario } from './short.ts';

/** As often below 65,535 as above it, where scaling is in force (else it is cut to that). */
const windows = fc.oneof(fc.integer({ min: 1, max: 65_535 }), fc.integer({ min: 1, max: 300_000 }));

/** Most data is pushed, as with sockets. */
const send = fc.record({
  at: fc.integer({ min: 0, max: 5000 }),
  bytes: fc.integer({ min: 1, max: 3000 }),
  name: fc.constantFrom(
    'send' as const,
    'send' as const,
    'send' as const,
    'send-urgent' as const,
    'send-unpushed' as const,
  ),
});

/** A path whose routers mark congestion: mostly both ends know of it (RFC 3168), else as their conventions have it. */
const marking = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  {
    weight: 2,
    arbitrary: fc.record({
      mark: fc.double({ min: 0.001, max: 0.1, noNaN: true }),
      bothEnds: fc.constantFrom(true, true, true, false),
    }),
  },
);

/** What a random run is made of: sizes, ISNs, losses, who closes first and when. */
export const randomScenario: fc.Arbitrary<Scenario> = fc
  .record({
    clientIsn: fc.constantFrom('random', 'near-wrap', 'zero', 'rfc6528') as fc.Arbitrary<Scenario['client']['isn']>,
    serverIsn: fc.constantFrom('random', 'near-wrap') as fc.Arbitrary<Scenario['client']['isn']>,
    clientMss: fc.integer({ min: 1, max: 1460 }),
    serverMss: fc.integer({ min: 1, max: 1460 }),
    clientWindow: windows,
    serverWindow: windows,
    nagle: fc.boolean(),
    delayedAck: fc.boolean(),
    profile: fc.constantFrom('rfc', 'linux', 'textbook') as fc.Arbitrary<Scenario['profile']>,
    loss: fc.double({ min: 0, max: 0.1, noNaN: true }),
    reorder: fc.double({ min: 0, max: 0.3, noNaN: true }),
    duplicate: fc.double({ min: 0, max: 0.3, noNaN: true }),
    delayMs: fc.integer({ min: 1, max: 200 }),
    clientSends: fc.array(send, { maxLength: 4 }),
    serverSends: fc.array(send, { maxLength: 4 }),
    clientCloses: fc.integer({ min: 5001, max: 9000 }),
    serverCloses: fc.integer({ min: 5001, max: 9000 }),
    simultaneousOpen: fc.boolean(),
    slowReader: fc.constantFrom('client', 'server', null, null, null, null, null, null),
    ipv6: fc.boolean(),
    clientConventions: randomConventions,
    serverConventions: randomConventions,
    marking,
  })
  .map((r) => {
    const ecn = r.marking?.bothEnds ? { ecn: true } : {};
    // Sizes are kept in proportion to the MSS, so that no run needs thousands of segments.
    const bytes = (wanted: number, mss: number, window: number) =>
      Math.max(1, Math.min(wanted, (r.slowReader === null ? 40 : 8) * Math.min(mss, window)));
    const sends = (host: Action['host'], list: typeof r.clientSends): Action[] =>
      list.map(({ at, bytes: wanted, name }) => ({
        host,
        when: { kind: 'state', host, state: 'ESTABLISHED', times: 1 },
        afterMs: at,
        call: {
          name,
          bytes: bytes(wanted, Math.min(r.clientMss, r.serverMss), host === 'client' ? r.serverWindow : r.clientWindow),
        },
      }));
    const reads = (host: Action['host']): Action[] =>
      Array.from({ length: 600 }, (_, i) => ({
        host,
        // Half a second apart at first; later there is time for every probe and timeout in between.
        when: { kind: 'time', ms: i < 300 ? 500 * i : 5000 * (i - 270) },
        afterMs: 0,
        call: { name: 'read', bytes: 1 + ((i * i * 37) % 2000) },
      }));
    const closes = (host: Action['host'], afterMs: number): Action => ({
      host,
      when: { kind: 'state', host, state: 'ESTABLISHED', times: 1 },
      afterMs,
      call: { name: 'close' },
    });
    const common = { nagle: r.nagle, delayedAck: r.delayedAck };
    const own = (host: Action['host']) => ({
      reads: r.slowReader !== host,
      address: `${r.ipv6 ? '2001:db8::' : '192.0.2.'}${host === 'client' ? 1 : 2}`,
    });
    return scenario({
      name: 'random',
      profile: r.profile,
      client: {
        isn: r.clientIsn,
        mss: r.clientMss,
        window: r.clientWindow,
        ...common,
        ...own('client'),
        conventions: { ...r.clientConventions, ...ecn },
      },
      server: {
        isn: r.serverIsn,
        mss: r.serverMss,
        window: r.serverWindow,
        ...common,
        ...own('server'),
        conventions: { ...r.serverConventions, ...ecn },
      },
      network: {
        delayMs: r.delayMs,
        loss: r.loss,
        reorder: r.reorder,
        duplicate: r.duplicate,
        reorderMs: { min: 1, max: 400 },
        mark: r.marking?.mark ?? 0,
      },
      actions: [
        {
          host: 'server',
          when: { kind: 'time', ms: 0 },
          afterMs: 0,
          call: { name: r.simultaneousOpen ? 'connect' : 'listen' },
        },
        { host: 'client', when: { kind: 'time', ms: 0 }, afterMs: 0, call: { name: 'connect' } },
        ...sends('client', r.clientSends),
        ...sends('server', r.serverSends),
        ...(r.slowReader === null ? [] : reads(r.slowReader)),
        // What is unread when the connection is gone is gone with it: a slow reader closes after it has read all.
        closes('client', r.slowReader === 'client' ? 1_800_000 : r.clientCloses),
        closes('server', r.slowReader === 'server' ? 1_800_000 : r.serverCloses),
      ],
      limitMs: 36_000_000,
    });
  });
