import { scenarios } from 'seqack:scenarios';
import { afterEach, describe, expect, test } from 'vitest';
import { CaptureSurvey } from '../../../src/captures/survey/capture-survey.ts';
import { skills } from '../../../src/questions/catalogue.ts';
import { makeQuestion } from '../../../src/questions/make.ts';
import { readScenario } from '../../../src/simulator/scenario-file/reader.ts';
import { simulate } from '../../../src/simulator/simulate.ts';
import type { Route } from '../../../src/ui/route.ts';
import { KEY, type Played, play, type Size, world } from '../world.tsx';

const engine = { skills, scenarios, makeQuestion, simulate };
const BLANK: Route = { screen: 'sandbox', scenario: null, seed: 'x', ms: 0 };

let app: Played | undefined;
afterEach(() => app?.close());

async function open(route: Route = BLANK, size?: Size) {
  const files = new Map<string, Uint8Array>();
  // One line a segment, so that what is looked for stands on one.
  const made = world({ engine, files, settings: { ladder: 'compact' } });
  app = await play(route, made, size);
  const opened = app;
  /** Without breaks and blanks, so that wrapped sentences are found. */
  const said = () => opened.frame().replace(/\s+/g, ' ');
  return { ...made, ...opened, files, said };
}

/** Segments of the first conversation in a pcap file. */
function segmentsIn(bytes: Uint8Array | undefined): number {
  const survey = new CaptureSurvey({ at: null });
  survey.push({ bytes: bytes ?? new Uint8Array(), compressed: false, damage: null });
  survey.end();
  const { client, server } = survey.conversations()[0]?.sides ?? {};
  return (client?.segments ?? 0) + (server?.segments ?? 0);
}

/** The server listens, the client connects, and all that follows is seen. */
const CONNECTED = ['\t', 'l', '\t', 'c', 'G'];

async function connected(size?: Size) {
  const opened = await open(BLANK, size);
  for (const key of [' ', ...CONNECTED]) await opened.press(key);
  return opened;
}

describe('the sandbox', () => {
  test('where both sides have too much to tell for one line, the chosen one tells it', async () => {
    const { press } = await connected({ columns: 60, rows: 20 });
    for (const key of ['d', 'D', 'r', '\t', 'd', 'D']) await press(key);
    expect(await press('r')).toMatch(/^ {2}client {2}… \[server\] next lost, not reading *$/m);
    expect(await press('\t')).toMatch(/^ \[client\] next lost, not reading {2}server {2}… *$/m);
  });

  test('stands at the top of the simulator, one above the scenario it begins with', async () => {
    const { press, frame } = await open({ screen: 'scenarios', only: null });
    expect(frame()).toMatch(/❯ The three-way handshake/);
    expect(await press(KEY.up)).toMatch(/❯ Sandbox: play both sides by hand/);
    expect(await press(KEY.enter)).toContain('Two hosts, and nothing has happened yet.');
  });

  test('in a wide terminal what a scenario shows stands beside the list, with the command that plays it', async () => {
    const { frame } = await open({ screen: 'scenarios', only: null }, { columns: 200, rows: 60 });
    const shown = frame();
    expect(shown.split('\n')[2]).toMatch(/^ +Sandbox: play both sides by hand {20,}The three-way handshake/);
    expect(shown).toMatch(/ {20,}seqack simulate handshake/);
  });

  test('takes a scenario over from where it is watched', async () => {
    const scenario = scenarios['data-exchange'];
    if (scenario === undefined) throw new Error('no such scenario');
    const { press, frame } = await open({ screen: 'watch', scenario, seed: 'x' });
    await press(' ');
    for (let i = 0; i < 40 && !frame().includes('ESTABLISHED │'); i++) await press(KEY.right);
    const before = frame().match(/seq \d+/)?.[0] ?? '?';
    const taken = await press('t');
    expect(taken).toContain('Sandbox');
    expect(taken).toContain(before);
    expect(taken).toContain('a abort');
  });

  test('connects by hand', async () => {
    const { frame } = await connected();
    expect(frame()).toMatch(/client ESTABLISHED/);
    expect(frame()).toMatch(/server ESTABLISHED/);
    expect(frame()).toContain('quiet');
  });

  test('at rest the figures are those of now, however fast it came there', async () => {
    const { press, frame } = await open();
    for (const key of ['+', '+', ...CONNECTED]) await press(key);
    expect(frame()).toContain('quiet');
    expect(frame()).toMatch(/client ESTABLISHED .* server ESTABLISHED/);
  });

  test('offers only what can work', async () => {
    const { press, frame } = await open();
    expect(frame()).toContain('c connect');
    expect(frame()).not.toContain('s send');
    expect(frame()).not.toContain('u undo');
    await press('s');
    expect(frame()).not.toContain('bytes for');
    for (const key of CONNECTED) await press(key);
    expect(frame()).toContain('s send');
    expect(frame()).not.toContain('c connect');
    expect(frame()).toContain('u undo');
  });

  test('a listener that is aborted is gone, and can be opened again', async () => {
    const { press } = await open();
    for (const key of ['\t', 'l']) await press(key);
    const gone = await press('a');
    expect(gone).not.toContain('listening');
    expect(gone).toContain('l listen');
    expect((await press('l')).match(/listen\(\) │ LISTEN/g)).toHaveLength(2);
  });

  test('what happened is told whole, in the place of the least of the figures where it is long', async () => {
    const { said, press } = await connected({ columns: 80, rows: 24 });
    await press('g');
    for (let step = 0; step < 9 && !said().includes("client's own SYN is acknowledged"); step++) await press(KEY.right);
    expect(said()).toContain('The client: SYN-SENT → ESTABLISHED. RFC 9293');
  });

  test('at rest there is nothing to run or pause', async () => {
    const { frame, press } = await open();
    expect(frame()).not.toContain('run/pause');
    await press('c');
    expect(frame()).toContain('run/pause');
  });

  test('a port on which nobody listens answers with a RST', async () => {
    const { press, said } = await open();
    await press('c');
    await press('G');
    expect(said()).toContain('RST');
    expect(said()).toMatch(/client CLOSED/);
  });

  test('sends as many bytes as are typed, and offers as many again', async () => {
    const { press, frame, said } = await connected();
    expect(await press('s')).toContain('bytes for the client to send 500');
    await press('1234');
    expect(frame()).toContain('to send 1234');
    expect(await press(KEY.enter)).toContain('send(1234 bytes)');
    await press('G');
    expect(said()).toMatch(/len 1234/);
    expect(await press('s')).toContain('to send 1234');
    await press(KEY.up);
    expect(frame()).toContain('to send 1460');
    await press(KEY.down);
    await press(KEY.down);
    expect(frame()).toContain('to send 500');
    await press('\u0015');
    await press('0');
    await press(KEY.enter);
    expect(frame()).toContain('A number from 1 to 1,000,000.');
    expect(await press(KEY.escape)).not.toContain('A number from');
  });

  test('loses the next segment, and says so until it is gone', async () => {
    const { press, frame } = await connected();
    expect(await press('d')).toContain("The client's next segment will be lost.");
    expect(frame()).toMatch(/\[client\] next lost/);
    expect(frame()).not.toContain('d lose next');
    await press('s');
    await press(KEY.enter);
    await press(KEY.right);
    await press(KEY.right);
    expect(frame()).toContain('✗');
    expect(frame()).not.toContain('next lost');
    await press('G');
    expect(frame()).toContain('again');
  });

  test('the other side has its own commands', async () => {
    const { press, frame } = await connected();
    expect(frame()).toContain('[client]');
    expect(await press('\t')).toContain('[server]');
    await press('x');
    await press('G');
    expect(frame()).toMatch(/client CLOSE-WAIT/);
    expect(frame()).toMatch(/server FIN-WAIT-2/);
    expect(frame()).not.toContain('s send');
    expect(await press('\t')).toContain('s send');
  });

  test('reading stops and goes on', async () => {
    const { press, frame } = await connected();
    await press('\t');
    expect(await press('r')).toContain('not reading');
    expect(frame()).toContain('r read on');
    await press('\t');
    await press('s');
    await press('70000');
    await press(KEY.enter);
    await press('G');
    await press('b');
    expect(frame()).toMatch(/client ESTABLISHED .* 0 +\d+/);
    await press('\t');
    await press('r');
    expect(await press('G')).not.toContain('not reading');
    expect(frame()).toMatch(/client ESTABLISHED .* 65535 +\d+/);
  });

  test('forges a RST that ends the connection of the other side', async () => {
    const { press, frame, said } = await connected();
    const form = await press('f');
    expect(form).toContain('poses as the client');
    expect(form).toMatch(/client snd\.nxt +now \d+/);
    expect(form).toMatch(/The server expects \d+ next/);
    await press(KEY.enter);
    expect(said()).toContain('posing as the client, sends RST');
    await press('G');
    expect(said()).toMatch(/server CLOSED/);
    expect(said()).toMatch(/client ESTABLISHED/);
    expect(frame()).toContain('RST');
  });

  test('a number that cannot be read is told, and nothing is sent', async () => {
    const { press, frame } = await connected();
    await press('f');
    await press(KEY.down);
    await press('\u0015');
    await press('snd');
    const told = await press(KEY.enter);
    expect(told).toContain('This seq cannot be read.');
    await press('.nxt+1');
    await press(KEY.enter);
    await press('G');
    expect(frame()).toMatch(/server ESTABLISHED/);
  });

  test('changes the network while it runs', async () => {
    const { press, frame } = await connected();
    await press('n');
    for (let i = 0; i < 3; i++) await press(KEY.right);
    expect(frame()).toContain('200 ms');
    expect(frame()).toContain('1 change');
    await press(KEY.enter);
    expect(frame()).toContain('delay 200 ms');
    await press('s');
    await press(KEY.enter);
    await press('G');
    const ladder = frame();
    expect(ladder).toMatch(/0\.\d{3} s/);
    expect(Number(/(\d+\.\d{3}) s/.exec(ladder)?.[1])).toBeGreaterThan(0.4);
    await press('n');
    expect(frame()).toContain('200 ms');
    await press(KEY.escape);
  });

  test('changes one direction of the network, and shows both', async () => {
    const { press, frame, said } = await connected();
    await press('n');
    await press(KEY.up);
    await press(KEY.right);
    expect(await press(KEY.right)).toMatch(/direction .*< server to client >/);
    await press(KEY.down);
    expect(await press(KEY.right)).toMatch(/delay, one way .*\* < 50 ms >/);
    for (const key of [KEY.up, KEY.left]) await press(key);
    expect(frame()).toMatch(/direction .*< client to server >/);
    expect(frame()).toMatch(/delay, one way +< 20 ms >/);
    await press(KEY.left);
    expect(frame()).toMatch(/delay, one way .*\* < 20 ms \| 50 ms >/);
    expect(await press(KEY.enter)).toContain('outbound delay 20 ms, no loss');
    expect(await press('\t')).toContain('outbound delay 50 ms, no loss');
    // Of both, a change counts from the client's, and makes both the same.
    await press('n');
    expect(await press(KEY.right)).toMatch(/delay, one way .*\* < 50 ms >/);
    await press(KEY.enter);
    expect(said()).toContain(' delay 50 ms, no loss');
    expect(said()).not.toContain('outbound');
  });

  test('undo takes moves back one by one', async () => {
    const { press, frame } = await connected();
    await press('s');
    await press(KEY.enter);
    await press('G');
    expect(frame()).toContain('len 500');
    expect(await press('u')).not.toContain('send(500');
    await press('uu');
    expect(frame()).not.toContain('u undo');
    expect(frame()).toContain('Two hosts, and nothing has happened yet.');
  });

  test('hints say what could be tried now, one after the other', async () => {
    const { press, said } = await open();
    await press('h');
    expect(said()).toContain('Let the server wait for connections');
    await press('h');
    expect(said()).toContain('Connect to a port on which nobody listens');
    for (const key of CONNECTED) await press(key);
    await press('h');
    expect(said()).toContain('Lose a piece of data');
  });

  test('asks before moves are lost', async () => {
    const { press, frame } = await connected();
    expect(await press(KEY.escape)).toContain('Leave without saving?');
    expect(frame()).toContain('Your 2 moves are in no file yet.');
    expect(await press(KEY.escape)).toContain('ESTABLISHED');
    await press(KEY.escape);
    expect(await press(KEY.enter)).toContain('Timed quiz');
  });

  test('is left at once while nothing was done', async () => {
    const { press } = await open();
    expect(await press(KEY.escape)).toContain('Timed quiz');
  });
});

describe('for a screen reader', () => {
  const size: Size = { columns: 80, rows: 24, linear: true };

  test('nothing runs by itself: every step is one key', async () => {
    const { frame, press, said } = await open(BLANK, size);
    const first = frame();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(frame()).toBe(first);
    expect(said()).toContain('you act for the client');
    expect(first).not.toContain('run/pause');
    for (const key of ['\t', 'l', '\t', 'c']) await press(key);
    expect(said()).toContain("The client's application asks for a connection");
    await press(KEY.right);
    expect(said()).toContain('The client sends SYN');
    expect(frame()).not.toMatch(/[─-▟❯]/);
  });
});

describe('saving', () => {
  test('writes a scenario that plays to the same trace, and a pcap of it', async () => {
    const { press, frame, files, said } = await connected();
    await press('d');
    await press('s');
    await press(KEY.enter);
    await press('G');
    expect(await press('w')).toContain('To be written: my-sandbox.yaml, my-sandbox.pcap');
    await press(KEY.enter);
    expect(said()).toContain('Saved: my-sandbox.yaml, my-sandbox.pcap.');
    expect(said()).toContain('Play it again: seqack simulate my-sandbox.yaml --seed x');
    expect([...files.keys()]).toEqual(['my-sandbox.yaml', 'my-sandbox.pcap']);

    const read = readScenario(new TextDecoder().decode(files.get('my-sandbox.yaml')), 'my-sandbox.yaml');
    if (!read.ok) throw new Error(read.problems.map(({ message }) => message.en).join());
    const again = simulate(read.scenario, 'x');
    expect(again.segments.filter(({ fate }) => fate === 'lost')).toHaveLength(1);
    for (const { seq } of again.segments.slice(-2)) expect(frame()).toContain(String(seq));
    // At the client's end every segment is seen, the lost one too.
    expect(segmentsIn(files.get('my-sandbox.pcap'))).toBe(again.segments.length);

    // Nothing is unsaved any more.
    await press(KEY.escape);
    expect(frame()).toContain('Timed quiz');
  });

  test('of a run that was stepped back in, the pcap ends at what is shown; the scenario has all moves', async () => {
    const { press, files, said, frame } = await connected();
    await press('s');
    await press(KEY.enter);
    await press('G');
    await press('g');
    for (let i = 0; i < 20 && !frame().includes('SYN,ACK'); i++) await press(KEY.right);
    await press('w');
    expect(said()).toMatch(/The pcap ends at 0\.\d{3} s, the moment shown\./);
    expect(said()).toMatch(/The scenario also has the move you made after it\./);
    await press(KEY.enter);
    expect(said()).toMatch(/Saved: my-sandbox\.yaml, my-sandbox\.pcap\. The pcap ends at/);
    // The SYN,ACK has not come to the client's end.
    expect(segmentsIn(files.get('my-sandbox.pcap'))).toBe(1);
    const yaml = new TextDecoder().decode(files.get('my-sandbox.yaml'));
    expect(yaml.match(/do: send/g)).toHaveLength(1);
    await press('G');
    await press('w');
    expect(said()).not.toContain('The pcap ends at');
  });

  test('a pcap alone keeps no moves: they are still asked about', async () => {
    const { press, frame, files } = await connected();
    for (const key of ['w', '\t', '\t', KEY.enter]) await press(key);
    expect([...files.keys()]).toEqual(['my-sandbox.pcap']);
    await press(KEY.escape);
    expect(frame()).toContain('Your 2 moves are in no file yet.');
  });

  test('does not write over a file without asking', async () => {
    const { press, files, said } = await connected();
    files.set('mine.yaml', new Uint8Array([1]));
    await press('w');
    await press('\u0015');
    await press('mine.yaml');
    await press(KEY.enter);
    expect(said()).toContain('Already there: mine.yaml. Press enter once more to overwrite.');
    expect(files.get('mine.yaml')).toHaveLength(1);
    await press(KEY.enter);
    expect(said()).toContain('Saved: mine.yaml, mine.pcap.');
    expect(files.get('mine.yaml')?.length).toBeGreaterThan(50);
  });

  test('says in words why it cannot, and stays', async () => {
    const { press, said } = await connected();
    await press('w');
    await press('\u0015');
    await press('no/such');
    await press(KEY.enter);
    expect(said()).toContain('no/such.yaml cannot be written.');
    await press(KEY.escape);
    expect(said()).toContain('client ESTABLISHED');
  });

  test('only one of the two files', async () => {
    const { press, files } = await connected();
    await press('w');
    await press('\t');
    await press('\t');
    await press(KEY.enter);
    expect([...files.keys()]).toEqual(['my-sandbox.pcap']);
  });

  test('on the way out leads out', async () => {
    const { press, files } = await connected();
    await press(KEY.escape);
    await press('w');
    await press(KEY.enter);
    expect(files.size).toBe(2);
    expect(await press('')).toContain('Timed quiz');
  });
});

describe('ask me about this', () => {
  test('questions are on what has been seen, count as practice, and lead back', async () => {
    const { press, frame, events, said } = await connected();
    await press('s');
    await press('1000');
    await press(KEY.enter);
    await press('G');
    await press(KEY.enter);
    expect(said()).toContain('What just happened');
    expect(frame()).toMatch(/1 of \d+/);
    expect(frame()).toMatch(/@cap-[0-9a-f]{8}/);
    for (let i = 0; i < 12 && events.length === 0; i++) await press(`1${KEY.enter}`);
    expect(events[0]).toMatchObject({ kind: 'answer', where: 'practice' });
    for (let i = 0; i < 4 && !frame().includes('[client]'); i++) await press(KEY.escape);
    expect(said()).toMatch(/client ESTABLISHED/);
  });

  test('nothing is asked about what is still to come', async () => {
    const { press, frame, said } = await open();
    for (const key of [' ', '\t', 'l', '\t', 'c', KEY.right]) await press(key);
    await press('o');
    // One SYN on its way: hardly anything to ask, and never of the SYN,ACK.
    expect(said()).toContain('What just happened');
    expect(frame()).not.toContain('SYN,ACK');
    expect(frame()).not.toContain('ESTABLISHED');
  });
});

describe('predicting', () => {
  const SKIP = '\u000e';

  test('asks for each segment before it is shown, judges it, and goes on', async () => {
    const { press, frame, said } = await open();
    for (const key of ['p', '\t', 'l', '\t', 'c', 'G']) await press(key);
    expect(said()).toContain('The client is about to send a segment. What will it be?');
    expect(frame()).toContain('connect()');
    expect(frame()).not.toContain('seq 4');
    const iss = Number(/The ISN of the client is (\d+)/.exec(said())?.[1]);
    for (const typed of ['s', String(iss), '0', '0']) await press(`${typed}${KEY.enter}`);
    expect(said()).toContain('✓ Right.');
    expect(said()).toContain('predicted 1 of 1');
    expect(frame()).toContain(`seq ${iss}`);
    // What comes after it is not given away.
    expect(frame()).not.toContain('SYN,ACK');
    await press(KEY.enter);
    await press('G');
    expect(said()).toContain('The server is about to send a segment.');
    // The number of the segment that came, not the one after it.
    const peer = Number(/The ISN of the server is (\d+)/.exec(said())?.[1]);
    for (const typed of ['sa', String(peer), String(iss), '0']) await press(`${typed}${KEY.enter}`);
    expect(said()).toContain('predicted 1 of 2');
    expect(said()).toContain(`✓ ack ${iss + 1}`);
    expect(said()).toContain(`✗ ack ${iss}`);
    await press(KEY.enter);
    expect(said()).toContain('predicted 1 of 2');
  });

  test('the count stays when no more is predicted', async () => {
    const { press, said } = await open();
    for (const key of ['p', '\t', 'l', '\t', 'c', 'G']) await press(key);
    for (const typed of ['f', '1', '0', '0']) await press(`${typed}${KEY.enter}`);
    expect(said()).toContain('predicted 0 of 1');
    await press(KEY.enter);
    await press('G');
    await press(KEY.escape);
    expect(said()).toContain('SYN-SENT');
    expect(said()).toContain('predicted 0 of 1');
    expect(await press('G')).toMatch(/client ESTABLISHED/);
  });

  test('one can be passed over without being counted, and it can be turned off', async () => {
    const { press, said } = await open();
    for (const key of ['p', '\t', 'l', '\t', 'c', 'G', SKIP, 'G', SKIP, 'G', SKIP, 'G']) await press(key);
    expect(said()).toMatch(/client ESTABLISHED/);
    expect(said()).toContain('predicting');
    await press('s');
    await press(KEY.enter);
    await press('G');
    expect(said()).toContain('What will it be?');
    await press(KEY.escape);
    expect(said()).not.toContain('predicting');
    await press('G');
    expect(said()).toMatch(/len 500/);
  });
});
