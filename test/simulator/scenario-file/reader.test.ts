import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Move } from '../../../src/simulator/move.ts';
import type { Scenario } from '../../../src/simulator/scenario.ts';
import { readScenario } from '../../../src/simulator/scenario-file/reader.ts';
import { simulate } from '../../../src/simulator/simulate.ts';

function read(text: string, fileName = 'test.yaml'): Scenario {
  const result = readScenario(text, fileName);
  if (!result.ok) throw new Error(result.problems.map(({ line, message }) => `${line}: ${message.en}`).join('\n'));
  return result.scenario;
}

/** The problems as `line: English message`; empty when the text is fine. */
function problems(text: string, fileName = 'test.yaml'): string[] {
  const result = readScenario(text, fileName);
  return result.ok ? [] : result.problems.map(({ line, message }) => `${line}: ${message.en}`);
}

const SHORT = 'title: Short\nactions:\n  - { host: client, do: connect }\n';

/** A file up to the first of its moves. */
const M = 'title: T\nactions: []\nmoves:\n  - ';

const FULL = `name: full
title: { ko: 제목, en: Title }
about:
  ko: 볼 것
  en: What to
    look at
profile: linux
conventions: { sack: false, delayed-ack: none }
client: { isn: random, mss: { min: 500, max: 900 }, window: 70000, port: 1234, address: 192.0.2.1, nagle: true }
server: { isn: [300, 400], mss: 536, delayed-ack: false, reads: false, conventions: { user-timeout: 9000 } }
network: { delay: { min: 5, max: 9 }, loss: 0.1, duplicate: 0.2, reorder: 0.3, reorder-by: 70, mark: 0.4 }
actions:
  - { host: server, do: listen, at: 3 }
  - { host: client, do: connect, at: { min: 10, max: 20 } }
  - { host: client, do: send, bytes: { min: 200, max: 900 }, when: client is ESTABLISHED, after: 5 }
  - { host: server, do: read, bytes: 100, when: server received 500 bytes }
  - { host: client, do: close, when: client was acked 500 }
  - { host: client, do: connect, when: client is syn_recv (2nd time), after: { min: 1, max: 2 } }
  - { host: server, do: crash, when: server's 2nd data segment was lost }
  - { host: server, do: abort, when: client's fin arrived }
faults:
  - { from: client, segment: data, nth: 2, effect: drop }
  - { from: server, effect: { delay: 60 } }
  - { from: client, segment: syn-ack, nth: 3, effect: { duplicate-after: { min: 1, max: 5000 } } }
forge:
  - { from: client, when: server is ESTABLISHED, flags: [ACK, RST], seq: server rcv.nxt + 10, ack: server snd.una - 1 }
  - { from: server, as: old-duplicate, at: 7, flags: [ACK, URG, ECE], seq: random, len: 20, window: 0, urgent: 7, options: { mss: 9, window-scale: 15, sack-permitted: true, sack: [[server snd.una, 5]], timestamps: [4294967295, client ts.recent - 9] } }
moves:
  - { at: 40000000, host: client, do: send, bytes: 7, push: false }
  - { from: server, nth: 3, next: { delay: { min: 1, max: 2 } } }
  - { when: client is ESTABLISHED, after: 3, forge: { from: client, flags: [RST], seq: 5 } }
  - { at: 1, network: { delay: 9, reorder-by: 8 } }
  - { at: 1, from: client, network: { loss: 0.5 } }
  - { at: 2, host: server, set: { profile: textbook, conventions: { delayed-ack: none }, mss: 7, window: 0 } }
msl: 1000
limit: 5000
`;

const move = (ms: number, move: Move) => ({ when: { kind: 'time', ms }, afterMs: 0, move });

describe('a scenario file', () => {
  it('needs a title and actions only; everything else has the documented default', () => {
    const listen = { host: 'server', when: { kind: 'time', ms: 0 }, afterMs: 0, call: { name: 'listen' } };
    const connect = { host: 'client', when: { kind: 'time', ms: 0 }, afterMs: 0, call: { name: 'connect' } };
    const end = {
      isn: 'random',
      mss: 1460,
      window: 65535,
      nagle: false,
      delayedAck: true,
      reads: true,
      conventions: {},
    };
    expect(read(SHORT, '/home/me/My_Scenario.yml')).toEqual({
      name: 'my-scenario',
      title: { ko: 'Short', en: 'Short' },
      about: { ko: '', en: '' },
      profile: 'rfc',
      conventions: {},
      client: { ...end, port: 50000, address: '10.0.0.1' },
      server: { ...end, port: 80, address: '10.0.0.2' },
      network: { delayMs: 20, loss: 0, duplicate: 0, reorder: 0, reorderMs: 40, mark: 0 },
      actions: [listen, connect],
      faults: [],
      forgeries: [],
      moves: [],
      mslMs: null,
      limitMs: 600_000,
    });
  });

  it('maps every key', () => {
    const isEstablished = (host: string) => ({ kind: 'state', host, state: 'ESTABLISHED', times: 1 });
    expect(read(FULL)).toEqual({
      name: 'full',
      title: { ko: '제목', en: 'Title' },
      about: { ko: '볼 것', en: 'What to look at' },
      profile: 'linux',
      conventions: { sack: false, delayedAckMs: null },
      client: {
        isn: 'random',
        mss: { min: 500, max: 900 },
        window: 70000,
        port: 1234,
        address: '192.0.2.1',
        nagle: true,
        delayedAck: true,
        reads: true,
        conventions: {},
      },
      server: {
        isn: [300, 400],
        mss: 536,
        window: 65535,
        port: 80,
        address: '10.0.0.2',
        nagle: false,
        delayedAck: false,
        reads: false,
        conventions: { userTimeoutMs: 9000 },
      },
      network: { delayMs: { min: 5, max: 9 }, loss: 0.1, duplicate: 0.2, reorder: 0.3, reorderMs: 70, mark: 0.4 },
      actions: [
        { host: 'server', when: { kind: 'time', ms: 3 }, afterMs: 0, call: { name: 'listen' } },
        { host: 'client', when: { kind: 'time', ms: 0 }, afterMs: { min: 10, max: 20 }, call: { name: 'connect' } },
        {
          host: 'client',
          when: isEstablished('client'),
          afterMs: 5,
          call: { name: 'send', bytes: { min: 200, max: 900 } },
        },
        {
          host: 'server',
          when: { kind: 'received', host: 'server', bytes: 500 },
          afterMs: 0,
          call: { name: 'read', bytes: 100 },
        },
        { host: 'client', when: { kind: 'acked', host: 'client', bytes: 500 }, afterMs: 0, call: { name: 'close' } },
        {
          host: 'client',
          when: { kind: 'state', host: 'client', state: 'SYN-RECEIVED', times: 2 },
          afterMs: { min: 1, max: 2 },
          call: { name: 'connect' },
        },
        {
          host: 'server',
          when: { kind: 'segment', from: 'server', match: 'data', nth: 2, event: 'lost' },
          afterMs: 0,
          call: { name: 'crash' },
        },
        {
          host: 'server',
          when: { kind: 'segment', from: 'client', match: 'fin', nth: 1, event: 'arrived' },
          afterMs: 0,
          call: { name: 'abort' },
        },
      ],
      faults: [
        { from: 'client', match: 'data', nth: 2, effect: { kind: 'drop' } },
        { from: 'server', match: 'any', nth: 1, effect: { kind: 'delay', ms: 60 } },
        { from: 'client', match: 'syn-ack', nth: 3, effect: { kind: 'duplicate', afterMs: { min: 1, max: 5000 } } },
      ],
      forgeries: [
        {
          from: 'client',
          origin: 'forged',
          when: isEstablished('server'),
          afterMs: 0,
          flags: ['RST', 'ACK'],
          seq: { kind: 'variable', host: 'server', name: 'rcv.nxt', plus: 10 },
          ack: { kind: 'variable', host: 'server', name: 'snd.una', plus: -1 },
          len: 0,
          window: 65535,
          urgent: 0,
          options: {},
        },
        {
          from: 'server',
          origin: 'copy',
          when: { kind: 'time', ms: 7 },
          afterMs: 0,
          flags: ['URG', 'ACK', 'ECE'],
          seq: { kind: 'random' },
          ack: { kind: 'fixed', value: 0 },
          len: 20,
          window: 0,
          urgent: 7,
          options: {
            mss: 9,
            windowScale: 15,
            sackPermitted: true,
            sack: [
              [
                { kind: 'variable', host: 'server', name: 'snd.una', plus: 0 },
                { kind: 'fixed', value: 5 },
              ],
            ],
            timestamps: [
              { kind: 'fixed', value: 4294967295 },
              { kind: 'recent', host: 'client', plus: -9 },
            ],
          },
        },
      ],
      moves: [
        move(40_000_000, { kind: 'call', host: 'client', call: { name: 'send-unpushed', bytes: 7 } }),
        move(0, { kind: 'next-segment', from: 'server', nth: 3, effect: { kind: 'delay', ms: { min: 1, max: 2 } } }),
        {
          when: isEstablished('client'),
          afterMs: 3,
          move: {
            kind: 'forge',
            forgery: {
              from: 'client',
              origin: 'forged',
              flags: ['RST'],
              seq: { kind: 'fixed', value: 5 },
              ack: { kind: 'fixed', value: 0 },
              len: 0,
              window: 65535,
              urgent: 0,
              options: {},
            },
          },
        },
        move(1, { kind: 'network', change: { from: 'both', set: { delayMs: 9, reorderMs: 8 } } }),
        move(1, { kind: 'network', change: { from: 'client', set: { loss: 0.5 } } }),
        move(2, {
          kind: 'endpoint',
          host: 'server',
          change: { profile: 'textbook', conventions: { delayedAckMs: null }, mss: 7, window: 0 },
        }),
      ],
      mslMs: 1000,
      limitMs: 5000,
    });
  });

  it('reads every call', () => {
    const calls = (entries: string) =>
      read(`title: T\nactions:\n${entries}`)
        .actions.map(({ call }) => call)
        .filter(({ name }) => name !== 'listen');
    const actions = [
      'do: send, bytes: 5, urgent: true',
      'do: send, bytes: 6, push: false',
      'do: send, bytes: 7, push: true, urgent: false',
      'do: set-user-timeout, timeout: { min: 100, max: 200 }',
      'do: close-fully',
      'do: connect, bytes: 30',
      'do: listen-for-peer',
    ];
    expect(calls(actions.map((said) => `  - { host: client, ${said} }\n`).join(''))).toEqual([
      { name: 'send-urgent', bytes: 5 },
      { name: 'send-unpushed', bytes: 6 },
      { name: 'send', bytes: 7 },
      { name: 'set-user-timeout', ms: { min: 100, max: 200 } },
      { name: 'close-fully' },
      { name: 'connect-with-data', bytes: 30 },
      { name: 'listen-for-peer' },
    ]);
  });

  it('reads a fault for several segments as one for each', () => {
    const { faults } = read(`${SHORT}faults: [{ from: client, nth: 3, count: 2, effect: drop }]`);
    expect(faults.map(({ nth, effect }) => [nth, effect.kind])).toEqual([
      [3, 'drop'],
      [4, 'drop'],
    ]);
  });

  it('has the server listen unless told otherwise', () => {
    const listens = (more: string) =>
      read(`title: T\n${more}`).actions.filter(({ host, call }) => host === 'server' && call.name === 'listen').length;
    expect(listens('actions: [{ host: client, do: connect }]')).toBe(1);
    expect(listens('actions: [{ host: server, do: listen, at: 50 }]')).toBe(1);
    expect(listens('actions: [{ host: server, do: connect }]')).toBe(0);
    expect(listens('server: { listens: false }\nactions: [{ host: client, do: connect }]')).toBe(0);
  });
});

describe('a bad scenario file', () => {
  const bad: readonly [what: string, text: string, problem: RegExp][] = [
    ['a missing title', 'actions: [{ host: client, do: connect }]', /^1: title is missing; expected a text/],
    [
      'no actions',
      'title: T\nactions: []',
      /^2: actions is an empty list; expected at least one entry there, or in moves/,
    ],
    [
      'moves that say two things',
      `${M}{ host: client, do: connect, next: drop }`,
      /^4: moves.next .* exactly one of do, n/,
    ],
    ['a move that says nothing', `${M}{ at: 5 }`, /^4: moves.do is empty; expected exactly one of do, next, forge/],
    ['a move of nobody', `${M}{ do: connect }`, /^4: moves.host is empty; expected client or server/],
    [
      'a move of the wrong host',
      `${M}{ from: client, host: client, next: drop }`,
      /^4: moves.host .* no "host" in such/,
    ],
    ['a detail of another move', `${M}{ from: client, next: drop, bytes: 5 }`, /^4: moves.bytes .* no "bytes" in such/],
    ['an nth of another move', `${M}{ host: client, do: close, nth: 2 }`, /^4: moves.nth .* no "nth" in such/],
    [
      'a move of a range',
      `${M}{ host: client, do: send, bytes: { min: 1, max: 2 } }`,
      /^4: moves.bytes .* not a range/,
    ],
    ['a move in a range of time', `${M}{ at: { min: 1, max: 2 }, from: client, next: drop }`, /^4: moves.at is a map/],
    [
      'a setting that is none',
      `${M}{ host: client, set: { windw: 5 } }`,
      /^4: moves.set has no key "windw"; did you mean/,
    ],
    [
      'settings that do not go together',
      `${M}{ host: client, set: { conventions: { minimum-rto: 3600000 } } }`,
      /^4: minimum-rto \(3600000\) is above maximum-rto/,
    ],
    [
      'sends of moves too large together',
      `${M}{ host: client, do: send, bytes: 10000000 }\n  - { host: client, do: send, bytes: 1 }`,
      /^5: All sends together/,
    ],
    ['an unknown key', `${SHORT}netwrok: {}`, /^4: the scenario has no key "netwrok"; did you mean "network"\?/],
    ['an unknown inner key', `${SHORT}server: { widnow: 3 }`, /^4: server has no key "widnow"; did you mean "window"/],
    ['a strange key', `${SHORT}zzzzzz: 1`, /^4: the scenario has no key "zzzzzz"; known keys: name, title/],
    ['a key every object has', `${SHORT}constructor: 1`, /^4: the scenario has no key "constructor"/],
    ['an MSS of 0', `${SHORT}client:\n  mss: 0`, /^5: client.mss is 0; expected a whole number from 1 to 65,495/],
    ['a range upside down', `${SHORT}network: { delay: { min: 5, max: 2 } }`, /^4: network.delay is a map; expected/],
    ['a probability over 1', `${SHORT}network: { loss: 5 }`, /^4: network.loss is 5; expected a probability/],
    ['not a number', `${SHORT}network: { loss: .nan }`, /^4: network.loss is NaN; expected/],
    ['an endless time', `${SHORT}limit: .inf`, /^4: limit is Infinity; expected/],
    ['an ISN of 2^32', `${SHORT}client: { isn: 4294967296 }`, /^4: client.isn is 4294967296; expected zero/],
    ['a wrong address', `${SHORT}client: { address: 10.0.0.256 }`, /^4: client.address is "10.0.0.256"; expected/],
    ['a wrong IPv6 address', `${SHORT}client: { address: "2001:db8::1::2" }`, /^4: client.address is "2001:db8::1::2"/],
    [
      'two versions of IP',
      `${SHORT}client: { address: "2001:db8::1" }\nserver: { address: 10.0.0.2 }`,
      /^5: client and server have addresses of diff/,
    ],
    [
      'the same end written in two ways',
      `${SHORT}client: { address: "::1", port: 80 }\nserver: { address: "0:0:0:0:0:0:0:1" }`,
      /^5: client and server have the same/,
    ],
    ['listens at the client', `${SHORT}client: { listens: false }`, /^4: client has no key "listens"/],
    ['a list for a map', `${SHORT}client: [1, 2]`, /^4: client is a list of 2; expected a map/],
    ['an unknown state', `${SHORT}  - { host: client, do: close, when: client is OPEN }`, /^4: actions.when is "cli/],
    ['an unknown call', `${SHORT}  - { host: client, do: dance }`, /^4: actions.do is "dance"; expected one of: conn/],
    ['send without bytes', `${SHORT}  - { host: client, do: send }`, /^4: actions.bytes is empty; expected how many/],
    ['close with bytes', `${SHORT}  - { host: client, do: close, bytes: 1 }`, /^4: actions.bytes is 1; expected no "b/],
    [
      'at and when',
      `${SHORT}  - { host: client, do: close, at: 1, when: client is CLOSED }`,
      /^4: actions.at is 1; expected either "at" or "when"/,
    ],
    ['after alone', `${SHORT}  - { host: client, do: close, after: 1 }`, /^4: actions.after is 1; expected "after" on/],
    ['an unknown effect', `${SHORT}faults:\n  - { from: client, effect: dorp }`, /^5: faults.effect is "dorp"; expect/],
    ['an unknown flag', `${SHORT}forge:\n  - { from: client, flags: [RTS], seq: 1 }`, /^5: forge.flags is a list of 1/],
    [
      'urgent with close',
      `${SHORT}  - { host: client, do: close, urgent: true }`,
      /^4: actions.urgent is true; expected no "urgent" with "do: close" \(only with: send\)/,
    ],
    [
      'no user timeout',
      `${SHORT}  - { host: client, do: set-user-timeout }`,
      /^4: actions.timeout is empty; expected the user timeout in ms/,
    ],
    [
      'urgent, not pushed',
      `${SHORT}  - { host: client, do: send, bytes: 1, urgent: true, push: false }`,
      /^4: actions.push is false; expected true/,
    ],
    [
      'too much urgent data',
      `${SHORT}  - { host: client, do: send, bytes: 9000000 }\n  - { host: server, do: send, urgent: true, bytes: 2000000 }`,
      /^5: All sends together pass/,
    ],
    [
      'a fault for no segment',
      `${SHORT}faults: [{ from: client, count: 0, effect: drop }]`,
      /^4: faults.count is 0; expected a whole number from 1 to 200/,
    ],
    [
      'urgent without URG',
      `${SHORT}forge: [{ from: client, flags: [ACK], seq: 1, urgent: 3 }]`,
      /^4: forge.urgent is 3; expected no "urgent" without URG/,
    ],
    [
      'an unknown option',
      `${SHORT}forge: [{ from: client, flags: [], seq: 1, options: { wscale: 3 } }]`,
      /^4: forge.options has no key "wscale"; known keys: mss, window-scale, sack-permitted, sack, timestamps/,
    ],
    [
      'more forged data than a packet holds',
      `${SHORT}forge: [{ from: client, flags: [ACK], seq: 1, len: 65490, options: { timestamps: [1, 2] } }]`,
      /^4: forge.len is 65490; expected at most 65483 bytes beside these options/,
    ],
    [
      'half a SACK block',
      `${SHORT}forge: [{ from: client, flags: [], seq: 1, options: { sack: [[1]] } }]`,
      /^4: forge.options.sack is a list of 1; expected 1 to 4 pairs of edges/,
    ],
    [
      'one timestamp',
      `${SHORT}forge: [{ from: client, flags: [], seq: 1, options: { timestamps: [1] } }]`,
      /^4: forge.options.timestamps is a list of 1; expected TSval and TSecr/,
    ],
    [
      'options too long for a header',
      `${SHORT}forge: [{ from: client, flags: [], seq: 1, options: { timestamps: [1, 2], sack: [[1, 2], [3, 4], [5, 6], [7, 8]] } }]`,
      /^4: forge.options.sack is a list of 4; expected fewer blocks: these options take more than the 40 bytes/,
    ],
    [
      'a timestamp for a number',
      `${SHORT}forge: [{ from: client, flags: [], seq: server ts.recent }]`,
      /^4: forge.seq is "server ts.recent"; expected a number from 0/,
    ],
    ['an unknown variable', `${SHORT}forge: [{ from: client, flags: [], seq: server rcv }]`, /^4: forge.seq is "serv/],
    ['the same end twice', `${SHORT}server: { address: 10.0.0.1, port: 50000 }`, /^4: client and server have the same/],
    [
      'too much data',
      `${SHORT}  - { host: client, do: send, bytes: 9000000 }\n  - { host: server, do: send, bytes: 2000000 }`,
      /^5: All sends together pass 10000000 bytes here/,
    ],
    [
      'control characters',
      'title: "a\\e[31mred"\nactions: [{ host: client, do: connect }]',
      /^1: title is "a\?\[31mred"/,
    ],
    ['a name with capitals', `name: Half Close\n${SHORT}`, /^1: name is "Half Close"; expected lower case/],
    ['a tab', 'title: T\n\tactions: []', /^2: Not valid YAML: a tab as indentation/],
    ['a key twice', `${SHORT}title: again`, /^4: Not valid YAML: the same key twice/],
    ['a key without its colon', 'title\nactions: []', /^1: Not valid YAML: a key must stand .* missing\?$/],
    ['two documents', `${SHORT}---\na: 1`, /^4: Not valid YAML: only one document a file/],
    ['an alias to nowhere', 'title: *x', /^1: Not readable: an alias/],
    ['an empty file', '', /^1: the scenario is empty; expected a map with at least title and actions/],
  ];

  it.each(bad)('reports %s with its line', (_, text, problem) => {
    const found = problems(text);
    expect(found.filter((line) => problem.test(line))).toHaveLength(1);
  });

  it('says everything in Korean too, on one line', () => {
    for (const [, text] of bad) {
      const result = readScenario(text, 'x.yaml');
      if (result.ok) throw new Error(`read as valid: ${text}`);
      for (const { message } of result.problems) {
        expect(message.ko).toMatch(/[가-힣]/);
        expect(message.ko + message.en).not.toMatch(/\n/);
      }
    }
  });

  it('names a name that the file name cannot give', () => {
    expect(problems(SHORT, '한글.yaml')).toEqual([expect.stringMatching(/^1: name is missing/)]);
  });

  it('reports all mistakes of a file in the order of its lines', () => {
    const found = problems('titel: x\nactions:\n  - { host: klient, do: connect }\n  - { do: jump }\n');
    expect(found.map((line) => Number.parseInt(line, 10))).toEqual([1, 1, 3, 4, 4]);
  });
});

describe('any text at all', () => {
  const pieces = fc.constantFrom(
    ...['title: T\n', 'actions:\n', '  - { host: client, do: connect }\n', 'client: {', '}', '[', ']', '- ', ': '],
    ...['&a ', '*a', '? ', '|\n', '"', "'", '\t', '\u0000', '\u001b[2J', '# ', '---\n', '!!map ', '<<: ', '{ min: 1'],
    ...[
      'when: client is ',
      'ESTABLISHED',
      '1e999',
      '-1',
      '0x10',
      '.nan',
      '\ud800',
      '__proto__: 1\n',
      '\r\n',
      '%YAML 9\n',
    ],
  );

  /** Neither throws nor takes long, and what it says can be printed. */
  function isHarmless(text: string): void {
    const result = readScenario(text, 'any.yaml');
    if (result.ok) return;
    expect(result.problems.length).toBeGreaterThan(0);
    const lines = text.split('\n').length;
    for (const { line, message } of result.problems) {
      expect(line).toBeGreaterThanOrEqual(1);
      expect(line).toBeLessThanOrEqual(lines);
      expect(message.ko + message.en).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
    }
  }

  it('never throws on arbitrary text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), isHarmless), { numRuns: 500 });
  });

  it('never throws on pieces of YAML put together at random', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => isHarmless(parts.join(''))),
      { numRuns: 1000 },
    );
  });

  it('never throws on a valid file with something cut out, doubled or put in', () => {
    const place = fc.nat({ max: FULL.length });
    fc.assert(
      fc.property(place, fc.nat({ max: 40 }), pieces, (at, length, piece) => {
        isHarmless(FULL.slice(0, at) + piece + FULL.slice(at + length));
        isHarmless(FULL.slice(0, at + length) + FULL.slice(at));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['brackets', '['.repeat(100_000)],
    ['dashes', '- '.repeat(100_000)],
    ['question marks', '? '.repeat(100_000)],
    ['indentation', Array.from({ length: 700 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['keys', Array.from({ length: 26_000 }, (_, i) => `k${i}: 1`).join('\n')],
    ['aliases', `a: &a [1]\nb: [${'*a,'.repeat(50_000)}]`],
    [
      'a bomb of aliases',
      ['a: &a [x,x,x,x,x,x,x,x,x]', ...'bcdefgh'].map((k, i) => (i === 0 ? k : bomb(k))).join('\n'),
    ],
    ['size', `# ${'x'.repeat(300 * 1024)}`],
  ])('refuses a file that is all %s, in good time', (_, text) => {
    const start = performance.now();
    expect(readScenario(text, 'x.yaml').ok).toBe(false);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  /** `b: &b [*a,*a ...]`: each letter holds nine times the one before. */
  function bomb(key: string): string {
    const before = String.fromCharCode(key.charCodeAt(0) - 1);
    return `${key}: &${key} [${Array(9).fill(`*${before}`).join(',')}]`;
  }
});

describe('docs/scenarios.md', () => {
  const text = readFileSync(fileURLToPath(new URL('../../../docs/scenarios.md', import.meta.url)), 'utf8');
  const examples = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml = '']) => yaml);

  it('has examples that are read and can be played', () => {
    expect(examples.length).toBeGreaterThan(5);
    for (const example of examples) {
      const whole = /^title:/m.test(example) ? example : `title: T\n${/^actions:/m.test(example) ? '' : ACT}${example}`;
      const trace = simulate(read(whole), 'seed');
      expect(trace.segments.length).toBeGreaterThan(0);
    }
  });

  it('ends its longest example with both sides closed and all data received', () => {
    const trace = simulate(read(examples.at(-1) ?? ''), 'seed');
    expect(trace.ended).toBe('quiet');
    expect(trace.final.client).toEqual({ state: 'CLOSED', sentBytes: 50, receivedBytes: 1500 });
    expect(trace.final.server).toEqual({ state: 'CLOSED', sentBytes: 1500, receivedBytes: 50 });
    expect(trace.segments.filter(({ fate }) => fate === 'lost')).toHaveLength(1);
  });
});

const ACT = 'actions: [{ host: client, do: connect }]\n';
