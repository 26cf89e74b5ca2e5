import { describe, expect } from 'vitest';
import { printed, test } from './learner.ts';
import { KEYS, type Terminal } from './terminal.ts';

interface Printed {
  readonly segments: readonly {
    readonly from: 'client' | 'server';
    readonly flags: readonly string[];
    readonly seq: number;
    readonly ack: number | null;
    readonly len: number;
    readonly sentMs: number;
    readonly arrivedMs: number | null;
  }[];
  readonly states: readonly { readonly ms: number; readonly host: 'client' | 'server'; readonly to: string }[];
  readonly final: Readonly<Record<'client' | 'server', { readonly state: string }>>;
  readonly endMs: number;
}

const runOf = (seed: string) => printed<Printed>('simulate', 'fin-overtakes', '--seed', seed);

/** How the ladder writes a segment. */
function written({ flags, seq, ack, len }: Printed['segments'][number]): RegExp {
  return new RegExp(
    ` ${flags.join(',')} +seq ${seq} *${ack === null ? '' : ` ack ${ack} *`}${len === 0 ? '' : ` len ${len}`}\\D`,
  );
}

/** The numbers in a host's row of the panel, after its state. */
function panelRow(app: Terminal, host: string, state: string): number[] {
  const row = app
    .lines()
    .find((line) => line.trimStart().startsWith(`${host} ${state}`) || line.startsWith(` ${host}`));
  const [, values = ''] = row?.split(state) ?? [];
  return values.trim().split(/ +/).slice(0, 5).map(Number);
}

const WORDS = [
  {
    language: 'en',
    playing: 'playing 1x',
    paused: (speed: number) => `paused ${speed}x`,
    end: 'the end',
    seed: (seed: string) => `seed ${seed}`,
    seconds: ' s',
    hosts: { client: 'client', server: 'server' },
    skipped: '240 s later',
    expired: '2MSL is over',
    timer: '2MSL over in 240 s',
    countdown: /2MSL over █+░? 240 s/,
    sentence: /TIME-WAIT is over after 2 MSL/,
  },
  {
    language: 'ko',
    playing: '재생 1배속',
    paused: (speed: number) => `멈춤 ${speed}배속`,
    end: '끝',
    seed: (seed: string) => `시드 ${seed}`,
    seconds: '초',
    hosts: { client: '클라이언트', server: '서버' },
    skipped: '240초 뒤',
    expired: '2MSL 만료',
    timer: '2MSL 만료까지 240초',
    countdown: /2MSL 만료 █+░? 240초/,
    sentence: /TIME-WAIT가 2MSL을 채우고 끝납니다/,
  },
] as const;

describe.each(WORDS)('a live scenario ($language)', (words) => {
  test('plays, pauses, steps, changes speed and ends as --json says', async ({ learner }) => {
    const run = runOf('x');
    const app = await learner.open(['--lang', words.language, 'simulate', 'fin-overtakes', '--seed', 'x'], {
      columns: 120,
      rows: 60,
    });
    await app.waitFor((screen) => screen.includes(words.playing) && screen.includes(words.seed('x')));
    // One line a segment, and the table of the variables.
    app.type('vb');
    // It plays by itself: the SYN sets out.
    const [syn, synAck] = run.segments;
    if (syn === undefined || synAck === undefined) throw new Error('no handshake');
    await app.waitFor(`seq ${syn.seq}`);
    app.type(' ');
    const paused = await app.waitFor(words.paused(1));
    expect(await app.settled(300)).toBe(paused);

    // From the start, one step after the other: listen, connect, SYN sent, SYN arrived.
    app.type('g');
    await app.waitFor((screen) => !screen.includes('SYN-SENT'));
    app.type(KEYS.right, KEYS.right);
    await app.waitFor((screen) => screen.includes('connect()') && !screen.includes(`seq ${syn.seq}`));
    app.type(KEYS.right);
    await app.waitFor(`seq ${syn.seq}`);
    app.type('n');
    await app.waitFor('SYN-RECEIVED');
    app.type(KEYS.left);
    await app.waitFor((screen) => !screen.includes('SYN-RECEIVED') && screen.includes(`seq ${syn.seq}`));

    app.type('+');
    await app.waitFor(words.paused(2));
    app.type('--');
    await app.waitFor(words.paused(0.5));
    app.type('+');
    await app.waitFor(words.paused(1));

    // The end: every segment and every state of the JSON, and the skipped 2MSL.
    app.type('G');
    const end = await app.waitFor(words.end);
    expect(end).toContain(`${(run.endMs / 1000).toFixed(3)}${words.seconds}`);
    for (const segment of run.segments) expect(end).toMatch(written(segment));
    for (const { to } of run.states) expect(end).toContain(to);
    expect(end).toContain(words.skipped);
    expect(end).toContain(words.expired);
    expect(end).toMatch(words.sentence);
    for (const host of ['client', 'server'] as const) {
      expect(end).toMatch(new RegExp(`^ ${words.hosts[host]} +${run.final[host].state}`, 'm'));
    }

    // Before the end TIME-WAIT waits, with the numbers of the last segments.
    app.type(KEYS.left);
    const waiting = await app.waitFor(words.timer);
    expect(waiting).not.toContain(words.skipped);
    const last = run.segments.findLast(({ from }) => from === 'client');
    const data = run.segments.findLast(({ from }) => from === 'server');
    expect(panelRow(app, words.hosts.client, 'TIME-WAIT').slice(0, 3)).toEqual([last?.seq, last?.seq, last?.ack]);
    expect(data?.ack).toBe(last?.seq);

    // The same with time down the side: each segment leaves and arrives, the one that is overtaken is crossed.
    app.type('G');
    await app.waitFor(words.end);
    app.type('v');
    const timed = await app.waitFor(`#${run.segments.length} `);
    run.segments.forEach(({ flags, seq }, index) => {
      expect(timed).toContain(`#${index + 1} ${flags.join(',')} seq ${seq}`);
    });
    for (const { to } of run.states) expect(timed).toContain(to);
    const arrivals = timed.match(/▶│|│◀/g) ?? [];
    expect(arrivals).toHaveLength(run.segments.filter(({ arrivedMs }) => arrivedMs !== null).length);
    expect(timed).toMatch(/│◀─+┼─+╯/);
    expect(timed).toContain(words.skipped);

    // Both ends drawn; TIME-WAIT counts down as a bar.
    app.type('bb', KEYS.left);
    await app.waitFor(words.countdown);
  });

  test('counts from the ISNs when asked to, and takes new numbers with a new seed', async ({ learner }) => {
    const run = runOf('x');
    const [first] = run.segments;
    const app = await learner.open(['--lang', words.language, 'simulate', 'fin-overtakes', '--seed', 'x'], {
      columns: 120,
      rows: 40,
    });
    app.type('vbG');
    await app.waitFor(words.end);
    app.type(KEYS.left);
    await app.waitFor(words.timer);
    app.type('a');
    const relative = await app.waitFor((screen) => /SYN +seq 0 /.test(screen));
    expect(relative).not.toContain(String(first?.seq));
    const isn = { client: first?.seq ?? 0, server: run.segments[1]?.seq ?? 0 };
    for (const segment of run.segments) {
      const { from, seq, ack } = segment;
      const to = from === 'client' ? 'server' : 'client';
      const counted = (seq - isn[from]) >>> 0;
      expect(relative).toMatch(written({ ...segment, seq: counted, ack: ack === null ? null : (ack - isn[to]) >>> 0 }));
    }
    const last = run.segments.findLast(({ from }) => from === 'client');
    const next = ((last?.seq ?? 0) - isn.client) >>> 0;
    const expected = ((last?.ack ?? 0) - isn.server) >>> 0;
    expect(panelRow(app, words.hosts.client, 'TIME-WAIT').slice(0, 3)).toEqual([next, next, expected]);
    app.type('a');
    await app.waitFor(`seq ${first?.seq}`);

    app.type('r');
    const restarted = await app.waitFor((screen) => screen.includes(words.playing) && !screen.includes('│'));
    const [, seed = ''] = new RegExp(words.seed('([a-z0-9]+)')).exec(restarted) ?? [];
    expect(seed).not.toBe('x');
    app.type('G');
    const other = await app.waitFor(words.end);
    expect(other).not.toContain(`seq ${first?.seq}`);
    for (const segment of runOf(seed).segments) expect(other).toMatch(written(segment));

    // 'Replay' keeps the seed.
    app.type('R');
    await app.waitFor(words.playing);
    app.type('G');
    await app.waitFor((screen) => screen === other);
  });
});
