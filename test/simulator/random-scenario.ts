import fc from 'fast-check';
import type { Action, Scenario } from '../../src/simulator/scenario.ts';
import { scenario } from './short.ts';

/** What a random run is made of: sizes, ISNs, losses, who closes first and when. */
export const randomScenario: fc.Arbitrary<Scenario> = fc
  .record({
    clientIsn: fc.constantFrom('random', 'near-wrap', 'zero', 'rfc6528') as fc.Arbitrary<Scenario['client']['isn']>,
    serverIsn: fc.constantFrom('random', 'near-wrap') as fc.Arbitrary<Scenario['client']['isn']>,
    clientMss: fc.integer({ min: 1, max: 1460 }),
    serverMss: fc.integer({ min: 1, max: 1460 }),
    clientWindow: fc.integer({ min: 1, max: 65535 }),
    serverWindow: fc.integer({ min: 1, max: 65535 }),
    nagle: fc.boolean(),
    delayedAck: fc.boolean(),
    profile: fc.constantFrom('rfc', 'linux', 'textbook') as fc.Arbitrary<Scenario['profile']>,
    loss: fc.double({ min: 0, max: 0.1, noNaN: true }),
    reorder: fc.double({ min: 0, max: 0.3, noNaN: true }),
    duplicate: fc.double({ min: 0, max: 0.3, noNaN: true }),
    delayMs: fc.integer({ min: 1, max: 200 }),
    clientSends: fc.array(
      fc.record({ at: fc.integer({ min: 0, max: 5000 }), bytes: fc.integer({ min: 1, max: 3000 }) }),
      { maxLength: 4 },
    ),
    serverSends: fc.array(
      fc.record({ at: fc.integer({ min: 0, max: 5000 }), bytes: fc.integer({ min: 1, max: 3000 }) }),
      { maxLength: 4 },
    ),
    clientCloses: fc.integer({ min: 5001, max: 9000 }),
    serverCloses: fc.integer({ min: 5001, max: 9000 }),
    simultaneousOpen: fc.boolean(),
  })
  .map((r) => {
    // Sizes are kept in proportion to the MSS, so that no run needs thousands of segments.
    const bytes = (wanted: number, mss: number, window: number) =>
      Math.max(1, Math.min(wanted, 40 * Math.min(mss, window)));
    const sends = (host: Action['host'], list: typeof r.clientSends): Action[] =>
      list.map(({ at, bytes: wanted }) => ({
        host,
        when: { kind: 'state', host, state: 'ESTABLISHED', times: 1 },
        afterMs: at,
        call: {
          name: 'send',
          bytes: bytes(wanted, Math.min(r.clientMss, r.serverMss), host === 'client' ? r.serverWindow : r.clientWindow),
        },
      }));
    const closes = (host: Action['host'], afterMs: number): Action => ({
      host,
      when: { kind: 'state', host, state: 'ESTABLISHED', times: 1 },
      afterMs,
      call: { name: 'close' },
    });
    const common = { nagle: r.nagle, delayedAck: r.delayedAck };
    return scenario({
      name: 'random',
      profile: r.profile,
      client: { isn: r.clientIsn, mss: r.clientMss, window: r.clientWindow, ...common },
      server: { isn: r.serverIsn, mss: r.serverMss, window: r.serverWindow, ...common },
      network: {
        delayMs: r.delayMs,
        loss: r.loss,
        reorder: r.reorder,
        duplicate: r.duplicate,
        reorderMs: { min: 1, max: 400 },
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
        closes('client', r.clientCloses),
        closes('server', r.serverCloses),
      ],
      limitMs: 36_000_000,
    });
  });
