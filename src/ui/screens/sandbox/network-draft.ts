import { conventionsFor } from '../../../simulator/resolve.ts';
import type { EndpointChange, Move, Sandbox } from '../../../simulator/sandbox/sandbox.ts';
import type { NetworkSpec, Scenario } from '../../../simulator/scenario.ts';
import { type Conventions, PROFILES, type ProfileName } from '../../../tcp/conventions.ts';
import { HOST_NAMES, type HostName } from '../../../trace/trace.ts';
import { stepAround, stepNumber } from '../../layout/choice.ts';
import { networkAt } from './path-text.ts';

/** The network and the two hosts as they are set up, in the values the form steps through. */
export interface NetworkDraft {
  /** One way, ms: the least, and how much more it may be. */
  readonly delay: number;
  readonly jitter: number;
  /** Probabilities 0..1. */
  readonly loss: number;
  readonly duplicate: number;
  readonly reorder: number;
  readonly mark: number;
  readonly hosts: Readonly<Record<HostName, HostDraft>>;
}

export interface HostDraft {
  readonly profile: ProfileName;
  /** Receive buffer, bytes. */
  readonly window: number;
  readonly mss: number;
  readonly options: Readonly<Record<OptionName, boolean>>;
}

/** What is on or off at an end. */
export const OPTION_NAMES = ['sack', 'windowScaling', 'timestamps', 'ecn', 'nagle', 'delayedAck'] as const;
export type OptionName = (typeof OPTION_NAMES)[number];

export const PATH_ROWS = ['delay', 'jitter', 'loss', 'duplicate', 'reorder', 'mark'] as const;
export const HOST_ROWS = ['window', 'mss', 'profile', ...OPTION_NAMES] as const;

/** One line of the form. */
export type DraftRow =
  | { readonly of: 'path'; readonly name: (typeof PATH_ROWS)[number] }
  | { readonly of: HostName; readonly name: (typeof HOST_ROWS)[number] };

const PROFILE_NAMES: readonly ProfileName[] = ['rfc', 'linux', 'textbook'];

const VALUES = {
  delay: [0, 1, 5, 10, 20, 50, 100, 200, 300, 500, 1000],
  jitter: [0, 5, 10, 20, 50, 100, 200, 500],
  share: [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.8, 1],
  window: [0, 500, 1000, 2000, 4000, 8000, 16_000, 32_000, 65_535, 131_072, 262_144, 1_048_576],
  mss: [100, 200, 500, 536, 1000, 1220, 1440, 1460, 4000, 8960],
} as const;

/** The form as everything is set up at virtual time `ms`. */
export function draftAt(sandbox: Sandbox, ms: number): NetworkDraft {
  const { delayMs, loss, duplicate, reorder, mark } = networkAt(sandbox, ms, 'client');
  return {
    delay: typeof delayMs === 'number' ? delayMs : delayMs.min,
    jitter: typeof delayMs === 'number' ? 0 : delayMs.max - delayMs.min,
    loss,
    duplicate,
    reorder,
    mark,
    hosts: { client: hostAt(sandbox, ms, 'client'), server: hostAt(sandbox, ms, 'server') },
  };
}

function hostAt({ base, moves, trace }: Sandbox, ms: number, host: HostName): HostDraft {
  const changes = moves.flatMap((one) =>
    one.move.kind === 'endpoint' && one.move.host === host && one.ms <= ms ? [one.move.change] : [],
  );
  const last = <Name extends keyof EndpointChange>(name: Name) =>
    changes.findLast((change) => change[name] !== undefined)?.[name];
  const spec = base[host];
  const profile = last('profile') ?? base.profile;
  const own: Partial<Conventions> = Object.assign({ ...spec.conventions }, ...changes.map((one) => one.conventions));
  const conventions = conventionsFor({ ...withoutMoves(base), profile }, { ...spec, conventions: own });
  const { sack, windowScaling, timestamps, ecn, nagle, delayedAckMs } = conventions;
  return {
    profile,
    window: last('window') ?? least(spec.window),
    mss: last('mss') ?? trace.hosts[host].mss ?? least(spec.mss),
    options: { sack, windowScaling, timestamps, ecn, nagle, delayedAck: delayedAckMs !== null },
  };
}

function withoutMoves({ conventions, mslMs }: Scenario): Pick<Scenario, 'conventions' | 'mslMs'> {
  return { conventions, mslMs };
}

function least(amount: Scenario['client']['window']): number {
  return typeof amount === 'number' ? amount : amount.min;
}

/** The draft with the next or previous value of a row. */
export function steppedDraft(draft: NetworkDraft, row: DraftRow, by: 1 | -1): NetworkDraft {
  if (row.of === 'path') {
    const values = row.name === 'delay' || row.name === 'jitter' ? VALUES[row.name] : VALUES.share;
    return { ...draft, [row.name]: stepNumber(values, draft[row.name], by) };
  }
  const host = draft.hosts[row.of];
  return { ...draft, hosts: { ...draft.hosts, [row.of]: steppedHost(host, row.name, by) } };
}

function steppedHost(host: HostDraft, name: (typeof HOST_ROWS)[number], by: 1 | -1): HostDraft {
  switch (name) {
    case 'window':
    case 'mss':
      return { ...host, [name]: stepNumber(VALUES[name], host[name], by) };
    case 'profile': {
      const profile = stepAround(PROFILE_NAMES, host.profile, by);
      return { ...host, profile, options: optionsOf(PROFILES[profile], host.options) };
    }
    default:
      return { ...host, options: { ...host.options, [name]: !host.options[name] } };
  }
}

/** A profile brings its own extensions; Nagle and the delayed ACK are the end's own in scenarios, whatever the profile. */
function optionsOf(
  { sack, windowScaling, timestamps, ecn }: Conventions,
  { nagle, delayedAck }: HostDraft['options'],
): HostDraft['options'] {
  return { sack, windowScaling, timestamps, ecn, nagle, delayedAck };
}

/** What has to be done for things to be as in `after`; nothing where nothing was changed. */
export function movesBetween(before: NetworkDraft, after: NetworkDraft): Move[] {
  const set: { -readonly [Name in keyof NetworkSpec]?: NetworkSpec[Name] } = {};
  if (before.delay !== after.delay || before.jitter !== after.jitter) {
    set.delayMs = after.jitter === 0 ? after.delay : { min: after.delay, max: after.delay + after.jitter };
  }
  for (const name of ['loss', 'duplicate', 'reorder', 'mark'] as const) {
    if (before[name] !== after[name]) set[name] = after[name];
  }
  if ((set.reorder ?? 0) > 0 || (set.duplicate ?? 0) > 0) set.reorderMs = Math.max(10, after.delay);
  const hosts = HOST_NAMES.flatMap((host): Move[] => {
    const change = changeOf(before.hosts[host], after.hosts[host]);
    return change === null ? [] : [{ kind: 'endpoint', host, change }];
  });
  return [...(Object.keys(set).length === 0 ? [] : [networkMove(set)]), ...hosts];
}

function networkMove(set: Partial<NetworkSpec>): Move {
  return { kind: 'network', change: { from: 'both', set } };
}

function changeOf(before: HostDraft, after: HostDraft): EndpointChange | null {
  const conventions: { -readonly [Name in keyof Conventions]?: Conventions[Name] } = {};
  for (const name of OPTION_NAMES) {
    // A new profile brings its own, whether or not they are those of before.
    if (before.options[name] === after.options[name] && before.profile === after.profile) continue;
    if (name !== 'delayedAck') conventions[name] = after.options[name];
    else conventions.delayedAckMs = after.options.delayedAck ? (PROFILES[after.profile].delayedAckMs ?? 200) : null;
  }
  // D-SACK reports what SACK has a block for.
  if (conventions.sack !== undefined) conventions.dsack = conventions.sack;
  const change: EndpointChange = {
    ...(before.profile === after.profile ? {} : { profile: after.profile }),
    ...(before.window === after.window ? {} : { window: after.window }),
    ...(before.mss === after.mss ? {} : { mss: after.mss }),
    ...(Object.keys(conventions).length === 0 ? {} : { conventions }),
  };
  return Object.keys(change).length === 0 ? null : change;
}
