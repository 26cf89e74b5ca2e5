import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { printed, squeezed, test } from './learner.ts';
import { printedText } from './printed.ts';
import { KEYS } from './terminal.ts';

const WORDS = [
  {
    language: 'en',
    quiet: 'quiet',
    armed: "The client's next segment will be lost.",
    again: / again /,
    posing: 'posing as the client, sends RST',
    unsaved: 'Leave without saving?',
    saved: 'Saved:',
    exists: 'Already there:',
    home: 'Timed quiz',
  },
  {
    language: 'ko',
    quiet: '대기',
    armed: '클라이언트의 다음 세그먼트는 유실됩니다.',
    again: /재전송/,
    posing: '클라이언트인 척하며 RST를 보냅니다',
    unsaved: '저장하지 않고 나갈까요?',
    saved: '저장했습니다:',
    exists: '이미 있는 파일입니다:',
    home: '시험',
  },
] as const;

interface Run {
  readonly segments: readonly {
    readonly from: string;
    readonly flags: readonly string[];
    readonly seq: number;
    readonly fate: string;
    readonly len: number;
    readonly origin: string;
  }[];
  readonly final: Readonly<Record<'client' | 'server', { readonly state: string }>>;
}

describe.each(WORDS)('a connection played by hand ($language)', (words) => {
  test('is connected, robbed of a segment, undone, reset by a forger, saved, and played again', async ({ learner }) => {
    const says = (text: string) => (screen: string) => squeezed(screen).includes(squeezed(text));
    const app = await learner.open(['--lang', words.language, 'simulate', '--sandbox', '--seed', 'x'], {
      columns: 100,
      rows: 40,
    });
    const settle = () => app.waitFor(words.quiet);

    // The handshake, each side by its own keys.
    app.type(KEYS.tab, 'l');
    await app.waitFor('LISTEN');
    app.type(KEYS.tab, 'c');
    await app.waitFor('SYN-SENT');
    app.type('G');
    await app.waitFor((screen) => (screen.match(/ESTABLISHED/g) ?? []).length >= 2);

    // A lost segment comes again.
    app.type('d');
    await app.waitFor(says(words.armed));
    app.type('s', '700', KEYS.enter, 'G');
    await settle();
    const lost = await app.waitFor(words.again);
    expect(lost).toContain('✗');
    expect(lost).toMatch(/len 700/);

    // Undone twice, it was neither sent nor lost.
    app.type('u');
    await app.waitFor((screen) => !screen.includes('len 700'));
    app.type('u');
    await settle();

    // A forged RST with the right number ends the server's connection.
    app.type('f');
    await app.waitFor('client snd.nxt');
    app.type(KEYS.enter);
    await app.waitFor(says(words.posing));
    app.type('G');
    const end = await settle();

    // Leaving asks, and saving writes both files, once.
    app.type(KEYS.escape);
    await app.waitFor(words.unsaved);
    app.type(KEYS.escape);
    await app.waitFor('[');
    app.type('w');
    await app.waitFor('my-sandbox.yaml');
    const file = join(learner.data, 'by-hand');
    app.type('\u0015', file, KEYS.enter);
    await app.waitFor(says(words.saved));
    app.type('w');
    await app.waitFor('my-sandbox.yaml');
    app.type('\u0015', file, KEYS.enter);
    await app.waitFor(says(words.exists));
    app.type(KEYS.escape);
    await settle();
    // What is saved is not asked about any more.
    app.type(KEYS.escape);
    await app.waitFor(words.home);

    // The saved file plays to what was seen, and the capture holds it.
    const run = printed<Run>('simulate', `${file}.yaml`, '--seed', 'x');
    expect(run.segments.map(({ flags, origin }) => [flags.join(), origin])).toEqual([
      ['SYN', 'tcp'],
      ['SYN,ACK', 'tcp'],
      ['ACK', 'tcp'],
      ['RST', 'forged'],
    ]);
    expect(run.final).toMatchObject({ client: { state: 'ESTABLISHED' }, server: { state: 'CLOSED' } });
    for (const { seq } of run.segments) expect(end).toContain(String(seq));
    expect(readFileSync(`${file}.yaml`, 'utf8')).toContain('moves:');
    const ladder = printedText('--lang', words.language, 'simulate', `${file}.yaml`, '--seed', 'x', '--plain');
    for (const { seq } of run.segments) expect(ladder).toContain(String(seq));
    expect(printedText('--lang', words.language, 'capture', `${file}.pcap`, '--plain')).toContain('10.0.0.1:50000');
  });
});
