import fc from 'fast-check';
import type { Action, Scenario } from '../../src/simulator/scenario.ts';
import type { Conventions } from '../../src/tcp/conventions.ts';
import type { State } from '../../src/tcp/state.ts';
import { randomScenario } from './random-scenario.ts';

/** Which of RFC 2018's, 2883's and 7323's options one end wants, and how it uses them. */
const options: fc.Arbitrary<Partial<Conventions>> = fc.record({
  sack: fc.boolean(),
  dsack: fc.boolean(),
  windowScaling: fc.boolean(),
  windowRounding: fc.constantFrom('down', 'up'),
  timestamps: fc.boolean(),
  missingTimestamps: fc.constantFrom('drop', 'accept'),
  timeWaitReuse: fc.constantFrom('never', 'sequence', 'timestamps'),
  timeWaitReset: fc.constantFrom('accept', 'ignore'),
  // They would fill the hours that a slow reader takes.
  keepAlive: fc.constant(false),
});

/** The client opens the connection again soon after its end; the server may still be in TIME-WAIT. */
function again(afterMs: number, bytes: number): Action[] {
  const when = (host: Action['host'], state: State, times: number) => ({ kind: 'state', host, state, times }) as const;
  return [
    { host: 'client', when: when('client', 'CLOSED', 1), afterMs, call: { name: 'connect' } },
    { host: 'client', when: when('client', 'ESTABLISHED', 2), afterMs: 0, call: { name: 'send', bytes } },
    { host: 'client', when: when('client', 'ESTABLISHED', 2), afterMs: 100, call: { name: 'close' } },
    { host: 'server', when: when('server', 'ESTABLISHED', 2), afterMs: 200, call: { name: 'close' } },
  ];
}

const A_DAY_MS = 86_400_000;

/**
 * A random run in which the two ends want options of their own. In some the client sends much, and the server, whose
 * buffer takes a scaled window, stops reading and goes on in portions.
 */
export const randomOptions: fc.Arbitrary<Scenario> = fc
  .record({
    scenario: randomScenario,
    client: options,
    server: options,
    again: fc.option(fc.record({ afterMs: fc.nat(400_000), bytes: fc.integer({ min: 1, max: 3000 }) })),
    bulk: fc.option(
      fc.record({
        mss: fc.constantFrom(536, 1460, 9000),
        bytes: fc.integer({ min: 50_000, max: 400_000 }),
        clientBuffer: fc.integer({ min: 1, max: 65_535 * 2 ** 14 }),
        serverBuffer: fc.oneof(fc.integer({ min: 65_536, max: 140_000 }), fc.integer({ min: 140_000, max: 2 ** 20 })),
        pauses: fc.boolean(),
        reads: fc.array(
          fc.record({ at: fc.integer({ min: 0, max: 30_000 }), bytes: fc.integer({ min: 1, max: 90_000 }) }),
          { maxLength: 12 },
        ),
      }),
    ),
  })
  .map(({ scenario: given, client, server, again: reopened, bulk }) => {
    const more = reopened === null || bulk?.pauses ? [] : again(reopened.afterMs, reopened.bytes);
    const scenario = { ...given, actions: [...given.actions, ...more] };
    const ends = {
      client: { ...scenario.client, reads: true, conventions: { ...scenario.client.conventions, ...client } },
      server: { ...scenario.server, reads: true, conventions: { ...scenario.server.conventions, ...server } },
    };
    if (bulk === null) return { ...scenario, ...ends };
    const { mss, bytes, clientBuffer, serverBuffer, pauses, reads } = bulk;
    const established = { kind: 'state', host: 'server', state: 'ESTABLISHED', times: 1 } as const;
    // The last reads take whatever is left, however late it comes; a server that reads slowly closes after most of them.
    // Where one end discards what is out of order and acknowledgments are lost, each second segment takes a timeout,
    // and with RFC 7323's samples of the round trip that is the longest there is: the transfer takes half a day.
    const last = [
      ...Array.from({ length: 100 }, (_, i) => ({ at: 40_000 + 100_000 * i, bytes: 1_000_000 })),
      ...Array.from({ length: 40 }, (_, i) => ({ at: 12_000_000 + 1_800_000 * i, bytes: 1_000_000 })),
    ];
    const closing = scenario.actions.map((action) =>
      pauses && action.host === 'server' && action.call.name === 'close' ? { ...action, afterMs: 11_000_000 } : action,
    );
    return {
      ...scenario,
      client: { ...ends.client, mss, window: clientBuffer },
      server: { ...ends.server, mss, window: serverBuffer, reads: !pauses },
      limitMs: A_DAY_MS,
      actions: [
        ...closing,
        {
          host: 'client',
          when: { kind: 'state', host: 'client', state: 'ESTABLISHED', times: 1 },
          afterMs: 0,
          call: { name: 'send', bytes },
        },
        ...(pauses ? [...reads, ...last] : []).map(
          ({ at, bytes: wanted }) =>
            ({ host: 'server', when: established, afterMs: at, call: { name: 'read', bytes: wanted } }) as const,
        ),
      ],
    };
  });
