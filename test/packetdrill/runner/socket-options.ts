import { setKeepAlive } from '../../../src/tcp/sending/keep-alive.ts';
import type { Tcb } from '../../../src/tcp/tcb.ts';
import { setUserTimeout } from '../../../src/tcp/user-timeout.ts';
import type { SocketOptions } from './endpoint.ts';
import type { Expression } from './script.ts';

type Setter = (options: SocketOptions, value: number) => void;

/** Options with a number: what each means to the engine. */
const SETTERS: Readonly<Record<string, Setter>> = {
  TCP_NODELAY: ({ conventions }, value) => {
    conventions.nagle = value === 0;
  },
  TCP_MAXSEG: (options, value) => {
    options.mss = value;
  },
  SO_RCVBUF: (options, value) => {
    options.receiveBuffer = value;
  },
  SO_KEEPALIVE: ({ conventions }, value) => {
    conventions.keepAlive = value !== 0;
  },
  TCP_KEEPIDLE: ({ conventions }, value) => {
    conventions.keepAliveIdleMs = value * 1000;
  },
  TCP_KEEPINTVL: ({ conventions }, value) => {
    conventions.keepAliveIntervalMs = value * 1000;
  },
  TCP_KEEPCNT: ({ conventions }, value) => {
    conventions.keepAliveProbes = value;
  },
  TCP_USER_TIMEOUT: ({ conventions }, value) => {
    conventions.userTimeoutMs = value === 0 ? null : value;
  },
  TCP_QUICKACK: ({ conventions }, value) => {
    conventions.quickAcks = value === 0 ? 0 : Number.MAX_SAFE_INTEGER;
  },
};

/** What an option may be where that is not any whole number. */
const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  TCP_MAXSEG: [1, 0xffff - 40],
  SO_RCVBUF: [1, 0x3fff_c000],
  TCP_KEEPIDLE: [1, 32767],
  TCP_KEEPINTVL: [1, 32767],
  TCP_KEEPCNT: [1, 127],
};

/** Options that change nothing here: one pair of addresses, no bound on the send queue. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set([
  'SO_REUSEADDR',
  'SO_REUSEPORT',
  'SO_SNDBUF',
  'SO_PRIORITY',
  'SO_DEBUG',
  'SO_OOBINLINE',
]);

const CONGESTION_CONTROLS: Readonly<Record<string, 'reno' | 'cubic'>> = {
  reno: 'reno',
  newreno: 'reno',
  cubic: 'cubic',
};

/** What of setsockopt(fd, level, name, value, size) is not supported, or null. */
export function unsupportedOption(name: string, value: Expression | undefined): string | null {
  if (name === 'SO_LINGER') return lingerOf(value) === null ? 'setsockopt SO_LINGER with a time to wait' : null;
  if (name === 'TCP_CONGESTION') {
    const wanted = value?.kind === 'string' ? value.value : '';
    return wanted in CONGESTION_CONTROLS ? null : `setsockopt TCP_CONGESTION ${wanted}`;
  }
  if (!(name in SETTERS) && !WITHOUT_EFFECT.has(name)) return `setsockopt ${name}`;
  const number = numberIn(value);
  const [least, most] = RANGES[name] ?? [0, 0x7fff_ffff];
  return number === null || number < least || number > most ? `setsockopt ${name} with this value` : null;
}

/** Sets an option that `unsupportedOption` has nothing against. */
export function setOption(options: SocketOptions, name: string, value: Expression | undefined): void {
  if (name === 'SO_LINGER') options.abortsOnClose = lingerOf(value) ?? false;
  else if (name === 'TCP_CONGESTION') {
    const wanted = CONGESTION_CONTROLS[value?.kind === 'string' ? value.value : ''];
    if (wanted !== undefined) options.conventions.congestionControl = wanted;
  } else SETTERS[name]?.(options, numberIn(value) ?? 0);
}

/** What the engine takes from a socket when the connection begins, and keeps. */
export const FIXED_BY_THEN: ReadonlySet<string> = new Set(['TCP_MAXSEG', 'SO_RCVBUF', 'TCP_CONGESTION']);

/** An option of a live connection has been set: what runs by it follows. */
export function optionOnConnection(tcb: Tcb, name: string, now: number): void {
  const { keepAlive, userTimeoutMs } = tcb.settings.conventions;
  if (name === 'SO_KEEPALIVE' || name === 'TCP_KEEPIDLE') setKeepAlive(tcb, keepAlive, now);
  if (name === 'TCP_USER_TIMEOUT') setUserTimeout(tcb, userTimeoutMs, now);
}

function numberIn(value: Expression | undefined): number | null {
  const inner = value?.kind === 'list' ? value.items[0] : value;
  return inner?.kind === 'number' ? inner.value : null;
}

/** Whether close() is to abort: {onoff=1, linger=0}; null for a time to wait. */
function lingerOf(value: Expression | undefined): boolean | null {
  if (value?.kind !== 'list') return null;
  const of = (name: string) => {
    const field = value.items.find((item) => item.kind === 'field' && item.name === name);
    return field?.kind === 'field' && field.value.kind === 'number' ? field.value.value : 0;
  };
  const on = of('onoff') !== 0 || of('l_onoff') !== 0;
  if (!on) return false;
  return of('linger') === 0 && of('l_linger') === 0 ? true : null;
}
