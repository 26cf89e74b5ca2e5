import { type Conventions, PROFILES, type ProfileName } from '../../../src/tcp/conventions.ts';
import { MalformedScript, type Unsupported } from './outcome.ts';
import { readConvention } from './read-convention.ts';
import type { Script } from './script.ts';
import { shellSettings } from './shell.ts';

export type OpenConventions = { -readonly [K in keyof Conventions]: Conventions[K] };

/** What a run of a script needs to know besides its events. */
export interface RunSettings {
  readonly profile: ProfileName;
  readonly conventions: Conventions;
  /** MSS the endpoint announces and its receive buffer, bytes. */
  readonly mss: number;
  readonly receiveBuffer: number;
  readonly ipVersion: 4 | 6;
  /** How far from its time a segment or the end of a call may be, ms. */
  readonly toleranceMs: number;
  /** The same as a share of the time since the event before: 0.01 is one per cent. */
  readonly tolerancePart: number;
  /** Whether a segment that no line has looked at by the end is a failure. */
  readonly judgesRest: boolean;
}

/** What the command line says of all its scripts; null: each script for itself. */
export interface RunOptions {
  readonly profile: ProfileName | null;
  readonly judgesRest: boolean;
}

/** What a script's header, comments and commands ask for. */
interface Wishes {
  profile: ProfileName | null;
  conventions: Partial<OpenConventions>;
  mss: number | null;
  receiveBuffer: number | null;
  mtu: number;
  ipv6: boolean;
  toleranceMs: number;
  tolerancePart: number;
}

export interface Settled {
  readonly settings: RunSettings;
  readonly unsupported: readonly Unsupported[];
  readonly notes: readonly string[];
}

/** packetdrill's default: 4 ms. */
const DEFAULT_TOLERANCE_MS = 4;
/** A script sees what a kernel hands to its network card: the PSH bits that come from cutting it are not there yet. */
const BEFORE_THE_CARD: Partial<Conventions> = { pushBursts: false };
/** The largest buffer of Linux's packetdrill defaults (tcp_rmem): it decides the window scale of 8. */
const LINUX_BUFFER = 15 * 1024 * 1024;
/** 65535 with the largest scale (RFC 7323 §2.3). */
const LARGEST_WINDOW = 65535 * 2 ** 14;
const TCP_IPV4_HEADERS = 40;
const TCP_IPV6_HEADERS = 60;

/** Header options that say how to reach a real network: nothing here has one. */
const IGNORED_OPTIONS =
  /^(?:local_ip|remote_ip|gateway_ip|netmask_ip|connect_port|bind_port|speed|init_scripts|tcp_ts_tick_usecs|mss|non_fatal|dry_run|verbose|wire_\w+|so_filename|send_omit_free|is_anyip|strict_segments|tun_\w+|persistent_tun_dev|timeout_secs|debug|code_\w*)$/;

/**
 * Settles profile and conventions: what the command line gives goes before the script's `// profile:`, and without
 * either a script with shell commands is taken for one written for Linux.
 */
export function settle(script: Script, given: RunOptions): Settled {
  const unsupported: Unsupported[] = [];
  const notes: string[] = [];
  const wishes: Wishes = {
    profile: null,
    conventions: {},
    mss: null,
    receiveBuffer: null,
    mtu: 1500,
    ipv6: false,
    toleranceMs: DEFAULT_TOLERANCE_MS,
    tolerancePart: 0,
  };
  let forLinux = false;
  let begun = false;
  for (const { name, value, line } of script.options) takeOption(wishes, name, value, line, unsupported);
  for (const { line, action } of script.events) {
    if (action.kind !== 'shell') {
      begun = true;
      continue;
    }
    forLinux = true;
    const shell = shellSettings(action.command);
    // What is set later is mostly put back for the next script.
    if (begun) notes.push(`ignored: command after the first event, line ${line}`);
    else Object.assign(wishes.conventions, shell.conventions);
    notes.push(...shell.ignored.map((what) => `ignored: ${what}, line ${line}`));
    unsupported.push(...shell.unsupported.map((what) => ({ what, line })));
  }
  for (const { name, value, line } of script.directives) takeDirective(wishes, name, value, line);
  const profile = given.profile ?? wishes.profile ?? (forLinux ? 'linux' : 'rfc');
  const settings: RunSettings = {
    profile,
    conventions: { ...PROFILES[profile], ...BEFORE_THE_CARD, ...wishes.conventions },
    mss: wishes.mss ?? wishes.mtu - (wishes.ipv6 ? TCP_IPV6_HEADERS : TCP_IPV4_HEADERS),
    receiveBuffer: wishes.receiveBuffer ?? (profile === 'linux' ? LINUX_BUFFER : 65535),
    ipVersion: wishes.ipv6 ? 6 : 4,
    toleranceMs: wishes.toleranceMs,
    tolerancePart: wishes.tolerancePart,
    judgesRest: given.judgesRest,
  };
  return { settings, unsupported, notes };
}

function takeOption(wishes: Wishes, name: string, value: string, line: number, unsupported: Unsupported[]): void {
  switch (name) {
    case 'tolerance_usecs':
      wishes.toleranceMs = whole(name, value, line) / 1000;
      return;
    case 'tolerance_percent':
      wishes.tolerancePart = Number(value) / 100;
      return;
    case 'mtu':
      wishes.mtu = Math.min(65535, Math.max(TCP_IPV6_HEADERS + 1, whole(name, value, line)));
      return;
    case 'ip_version':
      wishes.ipv6 = value === 'ipv6';
      return;
    default:
      if (!IGNORED_OPTIONS.test(name)) unsupported.push({ what: `--${name}`, line });
  }
}

function takeDirective(wishes: Wishes, name: string, value: string, line: number): void {
  if (name === 'profile') {
    if (!isProfile(value)) throw new MalformedScript(line, `profile: rfc, linux or textbook, not '${value}'`);
    wishes.profile = value;
    return;
  }
  for (const pair of value.split(/[\s,]+/)) {
    if (pair === '') continue;
    const [key = '', word = ''] = pair.split('=');
    if (name === 'endpoint') takeEndpoint(wishes, key, word, line);
    else Object.assign(wishes.conventions, readConvention(key, word, line));
  }
}

function takeEndpoint(wishes: Wishes, key: string, word: string, line: number): void {
  const bytes = whole(key, word, line);
  if (bytes < 1 || bytes > LARGEST_WINDOW) throw new MalformedScript(line, `${key} is 1 to ${LARGEST_WINDOW} bytes`);
  if (key === 'mss') wishes.mss = bytes;
  else if (key === 'window') wishes.receiveBuffer = bytes;
  else throw new MalformedScript(line, `endpoint: mss=BYTES or window=BYTES, not '${key}'`);
}

export function isProfile(value: string): value is ProfileName {
  return value in PROFILES;
}

function whole(what: string, text: string, line: number): number {
  const value = Number(text);
  if (text === '' || !Number.isSafeInteger(value) || value < 0) {
    throw new MalformedScript(line, `${what} is a whole number, not '${text}'`);
  }
  return value;
}
