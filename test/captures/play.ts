import type { Fault } from '../../src/simulator/fault.ts';
import type { Action, EndpointSpec, Forgery, Scenario, ScenarioCall } from '../../src/simulator/scenario.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import type { Conventions } from '../../src/tcp/conventions.ts';
import type { HostName, Trace, TracedSegment } from '../../src/trace/trace.ts';
import { openingOf, type Recorded } from './recorded.ts';

/** A call at a time of the capture, in ms of the client's clock, or with a condition. */
export type Told = readonly [when: number | Action['when'], call: PlainCall | 'send' | 'read', bytes?: number];

type PlainCall = Exclude<ScenarioCall, { readonly bytes: unknown } | { readonly ms: unknown }>['name'];

/** What a capture does not show by itself: the applications' calls, and who else sent something. */
export interface Conversation {
  readonly client: readonly Told[];
  readonly server: readonly Told[];
  readonly ends?: Partial<Record<HostName, Partial<EndpointSpec>>>;
  readonly forgeries?: readonly Forgery[];
}

/** The recorded conversation as a scenario under the linux profile. */
export function scenarioOf(name: string, capture: Recorded, told: Conversation): Scenario {
  const { sysctl, delayMs } = capture;
  return {
    name: name.replaceAll('_', '-'),
    title: { ko: name, en: capture.description },
    about: { ko: '', en: '' },
    profile: 'linux',
    conventions: {
      congestionControl: sysctl.tcp_congestion_control,
      minimumRtoMs: (sysctl.tcp_rto_min_us ?? 200_000) / 1000,
    },
    client: endpoint('client', capture, told),
    server: endpoint('server', capture, told),
    network: { delayMs, loss: 0, duplicate: 0, reorder: 0, reorderMs: 0, mark: 0 },
    actions: [...actionsOf('server', told.server), ...actionsOf('client', told.client)],
    faults: capture.bridge.flatMap((fault) => faultsOf(fault, delayMs)),
    forgeries: told.forgeries ?? [],
    moves: [],
    mslMs: null,
    limitMs: 20_000,
  };
}

function endpoint(host: HostName, capture: Recorded, told: Conversation): EndpointSpec {
  const opening = openingOf(capture, host);
  const own = told.ends?.[host] ?? {};
  const conventions: Partial<Conventions> =
    opening === null
      ? {}
      : { timestamps: opening.timestamps, sack: opening.sack, windowScaling: opening.windowScaling };
  return {
    isn: opening?.isns ?? 'zero',
    mss: opening?.mss ?? 1460,
    window: capture.windows[host] ?? 65_535,
    port: host === 'client' ? 40_000 : 80,
    address: host === 'client' ? '10.9.0.1' : '10.9.0.2',
    nagle: true,
    delayedAck: true,
    reads: true,
    ...own,
    conventions: { ...conventions, ...own.conventions },
  };
}

function actionsOf(host: HostName, told: readonly Told[]): Action[] {
  return told.map(([when, name, bytes]) => ({
    host,
    when: typeof when === 'number' ? { kind: 'time', ms: when } : when,
    afterMs: 0,
    call: name === 'send' || name === 'read' ? { name, bytes: bytes ?? 1 } : { name },
  }));
}

/** No arrival is a loss; the first is a delay where it is later than the path's; further ones are copies. */
function faultsOf({ sender, nth, delaysMs }: Recorded['bridge'][number], delayMs: number): Fault[] {
  const on = { from: sender, match: 'any' as const, nth };
  const [first, ...copies] = delaysMs;
  if (first === undefined) return [{ ...on, effect: { kind: 'drop' } }];
  const later: Fault[] = first > delayMs ? [{ ...on, effect: { kind: 'delay', ms: first - delayMs } }] : [];
  return [...later, ...copies.map((ms): Fault => ({ ...on, effect: { kind: 'duplicate', afterMs: ms - first } }))];
}

export function play(name: string, capture: Recorded, told: Conversation): Trace {
  return simulate(scenarioOf(name, capture, told), name);
}

/** The segments in the order in which someone at `host` sees them: its own as they leave, the peer's as they arrive. */
export function seenAt(host: HostName, { events, segments }: Trace): TracedSegment[] {
  return events.flatMap((event) => {
    if ((event.kind !== 'send' && event.kind !== 'arrive') || event.host !== host) return [];
    const segment = segments[event.segment - 1];
    if (segment === undefined || (event.kind === 'send' && segment.origin === 'forged')) return [];
    return [segment];
  });
}

const LETTERS = { SYN: 'S', FIN: 'F', RST: 'R', PSH: 'P', URG: 'U', ECE: 'E', CWR: 'W', ACK: '.' } as const;

/** A segment as a line of a recording. */
export function lineOf({ from, flags, seq, ack, len, options }: TracedSegment): string {
  const letters = (Object.keys(LETTERS) as (keyof typeof LETTERS)[])
    .filter((flag) => flags.includes(flag))
    .map((flag) => LETTERS[flag]);
  const told = [
    ...(options.mss === undefined ? [] : [`mss ${options.mss}`]),
    ...(options.sackPermitted ? ['sackOK'] : []),
    ...(options.windowScale === undefined ? [] : [`wscale ${options.windowScale}`]),
    ...(options.timestamps === undefined ? [] : ['TS']),
    ...(options.sack ?? []).map(([left, right]) => `sack ${left}-${right}`),
  ];
  const fields = `${from} ${letters.join('')} ${seq} ${flags.includes('ACK') ? ack : '-'} ${len}`;
  return told.length === 0 ? fields : `${fields} <${told.join(',')}>`;
}
