import type { OpenConventions } from './settings.ts';

interface ShellSettings {
  readonly conventions: Partial<OpenConventions>;
  readonly ignored: readonly string[];
  readonly unsupported: readonly string[];
}

type Setting = (value: string) => Partial<OpenConventions> | null;

const onOff = (name: 'sack' | 'dsack' | 'timestamps' | 'windowScaling' | 'idleRestart'): Setting => {
  return (value) => ({ [name]: value !== '0' });
};

/** Kernel settings that the engine has a convention for. Null: that value has none. */
const SYSCTLS: Readonly<Record<string, Setting>> = {
  tcp_sack: onOff('sack'),
  tcp_dsack: onOff('dsack'),
  tcp_timestamps: onOff('timestamps'),
  tcp_window_scaling: onOff('windowScaling'),
  tcp_slow_start_after_idle: onOff('idleRestart'),
  // 1 asks for ECN, 2 only agrees to it: an endpoint here has one switch for both.
  tcp_ecn: (value) => (value === '0' || value === '1' || value === '2' ? { ecn: value !== '0' } : null),
  tcp_congestion_control: (value) => (value === 'reno' || value === 'cubic' ? { congestionControl: value } : null),
  tcp_rfc1337: (value) => ({ timeWaitReset: value === '0' ? 'accept' : 'ignore' }),
  // The time that so many doublings of an RTO of 200 ms, at most 120 s each, take in all.
  tcp_retries2: (value) => ({ giveUpMs: backOffSum(200, Number(value) + 1) }),
  tcp_syn_retries: (value) => ({ giveUpSynMs: backOffSum(1000, Number(value) + 1) }),
  tcp_synack_retries: (value) => ({ giveUpSynMs: backOffSum(1000, Number(value) + 1) }),
};

/** Settings that change nothing the engine does, or whose usual value is what it does. */
const IGNORED = new RegExp(
  `^(?:${[
    'tcp_(?:r|w)mem',
    'tcp_frto',
    'tcp_fack',
    'tcp_early_retrans',
    'tcp_recovery',
    'tcp_reordering=3',
    'tcp_tso_\\w+',
    'tcp_min_tso_segs',
    'tcp_pacing_\\w+',
    'tcp_notsent_lowat',
    'tcp_fastopen\\w*',
    'tcp_syncookies',
    'tcp_invalid_ratelimit=0',
    'tcp_metrics_save',
    'tcp_no_metrics_save',
    'tcp_min_rtt_wlen',
    'tcp_autocorking',
    'tcp_moderate_rcvbuf',
    'tcp_challenge_ack_limit',
    'tcp_fin_timeout',
    'tcp_shrink_window=0',
    'core\\..*',
    'kern\\..*',
    'net\\.inet\\..*',
  ].join('|')})(?:=.*)?$`,
);

const IGNORED_COMMANDS =
  /^(?:\S*defaults\.sh|\S*set_sysctls\.py|\S*sysctl_restore\S*|ip|tc|ethtool|sleep|modprobe|kldload|true|rm|echo|sync|nstat|ss)\b/;

/** What the commands between backquotes set, as far as it can be told. */
export function shellSettings(commands: string): ShellSettings {
  const conventions: Partial<OpenConventions> = {};
  const ignored: string[] = [];
  const unsupported: string[] = [];
  for (const command of commands.split(/\n|;|&&|\|\|/).map((line) => line.trim())) {
    if (command === '' || command.startsWith('#')) continue;
    const settings = /^(?:sysctl|\S*set_sysctls\.py)\b(.*)$/.exec(command)?.[1];
    if (settings === undefined) {
      if (IGNORED_COMMANDS.test(command)) ignored.push(`command ${command.split(/\s/)[0] ?? ''}`);
      else unsupported.push(`command ${command}`);
      continue;
    }
    for (const setting of settings.matchAll(/([\w./]+)=("[^"]*"|'[^']*'|\S*)/g)) {
      const name = (setting[1] ?? '')
        .replace(/^\/proc\/sys\//, '')
        .replaceAll('/', '.')
        .replace(/^net\.(?:ipv4\.)?/, '');
      const value = (setting[2] ?? '').replaceAll(/["']/g, '');
      const meant = SYSCTLS[name]?.(value);
      if (meant !== undefined && meant !== null) Object.assign(conventions, meant);
      else if (IGNORED.test(`${name}=${value}`)) ignored.push(`sysctl ${name}=${value}`);
      else unsupported.push(`sysctl ${name}=${value}`);
    }
  }
  return { conventions, ignored, unsupported };
}

function backOffSum(firstMs: number, timeouts: number): number {
  let sum = 0;
  for (let n = 0; n < timeouts; n++) sum += Math.min(120_000, firstMs * 2 ** n);
  return sum;
}
