import { least } from '../../../simulator/amount.ts';
import { conventionsFor } from '../../../simulator/resolve.ts';
import type { EndpointChange, Move, Sandbox } from '../../../simulator/sandbox/sandbox.ts';
import type { Scenario } from '../../../simulator/scenario.ts';
import { type Conventions, PROFILES, type ProfileName } from '../../../tcp/conventions.ts';
import { HOST_NAMES, type HostName } from '../../../trace/trace.ts';
import { stepAround, stepNumber } from '../../layout/choice.ts';
import { type Direction, type PathRow, type PathsDraft, pathMoves, pathsAt, steppedPaths } from './path-draft.ts';

/** The network and the two hosts as they are set up, in the values the form steps through. */
export interface NetworkDraft {
  readonly paths: PathsDraft;
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

export const HOST_ROWS = ['window', 'mss', 'profile', ...OPTION_NAMES] as const;

/** One line of the form. */
export type DraftRow =
  | { readonly of: 'path'; readonly name: PathRow }
  | { readonly of: HostName; readonly name: (typeof HOST_ROWS)[number] };

const PROFILE_NAMES: readonly ProfileName[] = ['rfc', 'linux', 'textbook'];

const VALUES = {
  window: [0, 500, 1000, 2000, 4000, 8000, 16_000, 32_000, 65_535, 131_072, 262_144, 1_048_576],
  mss: [100, 200, 500, 536, 1000, 1220, 1440, 1460, 4000, 8960],
} as const;

/** The form as everything is set up at virtual time `ms`. */
export function draftAt(sandbox: Sandbox, ms: number): NetworkDraft {
  return {
    paths: pathsAt(sandbox, ms),
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

/** The draft with the next or previous value of a row: of the network, in that direction. */
export function steppedDraft(draft: NetworkDraft, direction: Direction, row: DraftRow, by: 1 | -1): NetworkDraft {
  if (row.of === 'path') {
    return { ...draft, paths: steppedPaths(draft.paths, direction, row.name, by) };
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
  const hosts = HOST_NAMES.flatMap((host): Move[] => {
    const change = changeOf(before.hosts[host], after.hosts[host]);
    return change === null ? [] : [{ kind: 'endpoint', host, change }];
  });
  return [...pathMoves(before.paths, after.paths), ...hosts];
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
