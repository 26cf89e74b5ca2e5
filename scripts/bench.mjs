/**
 * npm run bench -- [PART ...]: how fast the built program starts, answers keys, draws, simulates and makes questions.
 * Times of starting are ratios to bare Node from the same interleaved runs, so that they mean the same on any machine.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchCapture } from './bench-capture.mjs';
import { benchDecks } from './bench-decks.mjs';
import { benchLog } from './bench-log.mjs';
import { benchPlayingKeys, benchTicks } from './bench-playing.mjs';
import { contentForEsbuild, readContent } from './content-plugin.mjs';
import { importTypeScript, root } from './import-typescript.mjs';

const START_RUNS = 21;
const KEY_PRESSES = 200;
const PROGRAM = join(root, 'dist/seqack.js');
const TRANSFER = join(root, 'scripts/bench-transfer.mjs');
const MB = 1_000_000;
const data = mkdtempSync(join(tmpdir(), 'seqack-bench-'));

const { Terminal, simulate, makeQuestion, skills, scenarios } = await importTypeScript(
  `
    export { Terminal } from './test/e2e/terminal.ts';
    export { simulate } from './src/simulator/simulate.ts';
    export { makeQuestion } from './src/questions/make.ts';
    export { skills } from './src/questions/catalogue.ts';
    export { scenarios } from 'seqack:scenarios';
  `,
  [contentForEsbuild(await readContent())],
);

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** The value below which a share of the samples lies. */
function quantile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

const median = (samples) => quantile(samples, 0.5);

/** Rows of the table: what, figure, goal and whether it is met; null where there is no goal. */
const rows = [];
const report = (what, figure, goal = '', met = null) =>
  rows.push([what, figure, goal, met === null ? '' : met ? 'met' : 'MISSED']);

/** Everything runs in the environment this was started in, bare Node too, but in folders of its own. */
const { CI: _, ...inherited } = process.env;
const env = { ...inherited, LC_ALL: 'en_US.UTF-8', XDG_DATA_HOME: data, XDG_CONFIG_HOME: data, XDG_CACHE_HOME: data };

function timeOf(args) {
  const started = performance.now();
  spawnSync(process.execPath, args, { env });
  return performance.now() - started;
}

const open = (args, command = [process.execPath, PROGRAM]) => new Terminal(args, { command, data, env });

/** Time from starting a program in a terminal until `isDone`, asked after everything it writes. */
async function timeInTerminal(command, isDone) {
  const started = performance.now();
  const terminal = open([], command);
  try {
    while (!isDone(terminal.screen()) && !(await ended(terminal))) await sleep(1);
    return performance.now() - started;
  } finally {
    await terminal.close();
  }
}

const ended = (terminal) => Promise.race([terminal.exited.then(() => true), sleep(0).then(() => false)]);

/** The first row and the last, with the keys, are there: the whole screen is. */
function isWholeFrame(screen) {
  const lines = screen.split('\n');
  return lines[0].includes('seqack') && lines.at(-1).trim() !== '';
}

/** One whole visit, after which the compiled code is kept: the start that is measured is not a user's very first. */
async function visit() {
  const terminal = open([]);
  await terminal.waitFor(isWholeFrame);
  terminal.type('q');
  await terminal.exited;
  await terminal.close();
}

async function benchStart() {
  const seqack = (...args) => [process.execPath, PROGRAM, ...args];
  const bare = [];
  const version = [];
  const bareInTerminal = [];
  const frames = { 'very first start': [], en: [], ko: [] };
  for (let i = 0; i < 5; i++) {
    rmSync(join(data, 'seqack'), { recursive: true, force: true });
    frames['very first start'].push(await timeInTerminal(seqack(), isWholeFrame));
  }
  await visit();
  for (let i = 0; i < START_RUNS; i++) {
    bare.push(timeOf(['-e', '0']));
    version.push(timeOf([PROGRAM, '--version']));
    bareInTerminal.push(await timeInTerminal([process.execPath, '-e', '0'], () => false));
    for (const language of ['en', 'ko']) {
      frames[language].push(await timeInTerminal(seqack('--lang', language), isWholeFrame));
    }
  }
  report('bare node -e 0', `${median(bare).toFixed(0)} ms`);
  const versionRatio = median(version) / median(bare);
  report('--version', against(version, bare), '1.20x', versionRatio <= 1.2);
  report('bare node -e 0 in a terminal', `${median(bareInTerminal).toFixed(0)} ms`);
  report('first whole frame, very first start', against(frames['very first start'], bareInTerminal));
  for (const language of ['en', 'ko']) {
    const ratio = median(frames[language]) / median(bareInTerminal);
    report(`first whole frame, ${language}`, against(frames[language], bareInTerminal), '2.50x', ratio <= 2.5);
  }
}

/** '119 ms, 2.10x bare'. */
function against(times, bare) {
  return `${median(times).toFixed(0)} ms, ${(median(times) / median(bare)).toFixed(2)}x bare`;
}

/** Moving at home, and calls in the sandbox, each of which simulates anew what happened. */
async function benchKeys() {
  const home = open([]);
  await home.waitFor(isWholeFrame);
  await keysToFrames('key to complete frame', home, [
    '\u001b[B',
    '\u001b[B',
    '\u001b[B',
    '\u001b[A',
    '\u001b[A',
    '\u001b[A',
  ]);
  const sandbox = open(['simulate', '--sandbox', '--seed', '1']);
  await sandbox.waitFor(isWholeFrame);
  // Connected, 3,000 bytes sent, and at the end of all that; then a call and its undoing.
  sandbox.type('\t', 'l', '\t', 'c', 'G', 's', '3000', '\r', 'G');
  await keysToFrames('key to complete frame, sandbox', sandbox, ['d', 'u', 'r', 'u']);
}

/** From writing a key until the last byte of the frame it causes; a pause tells that no more is coming. */
async function keysToFrames(title, terminal, keys) {
  await terminal.settled();
  const times = [];
  for (let i = 0; i < KEY_PRESSES; i++) {
    const before = terminal.output.length;
    const pressed = performance.now();
    terminal.type(keys[i % keys.length]);
    let last = pressed;
    let seen = before;
    while (performance.now() - last < 40) {
      await sleep(1);
      if (terminal.output.length !== seen) [seen, last] = [terminal.output.length, performance.now()];
    }
    if (seen !== before) times.push(last - pressed);
  }
  await terminal.close();
  const p99 = quantile(times, 0.99);
  const figure = `p50 ${median(times).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms (${times.length} keys)`;
  report(title, figure, 'p99 33 ms', p99 <= 33);
}

/** Whether other programs took so much processor time from a transfer that the clock says little about it. */
let shared = false;

/**
 * 200 MB from one end to the other, the median of three such, by windows, losses, and what is kept of them. One that
 * had to wait for the processor is judged by the processor time it took, all threads added up: met, or not known.
 */
function benchTransfers() {
  const sack = { sack: true };
  const paths = [
    { what: 'no loss, window 65,535', loss: 0, window: 0xffff, conventions: {} },
    { what: 'no loss, window 1 MB', loss: 0, window: MB, conventions: { ...sack, windowScaling: true } },
    { what: '1% lost, window 65,535', loss: 0.01, window: 0xffff, conventions: sack },
    { what: '1% lost, window 1 MB', loss: 0.01, window: MB, conventions: { ...sack, windowScaling: true } },
  ];
  for (const trace of [false, true]) {
    const goal = trace ? 500_000 : 1_000_000;
    for (const { what, ...path } of paths) {
      const result = transferAlone({ bytes: 200 * MB, trace, ...path });
      const { segments, seconds, processorSeconds, grown } = result;
      const rate = segments / seconds;
      const took = `${count(segments)} in ${seconds.toFixed(2)} s, ${processorSeconds.toFixed(2)} s of processor time`;
      const figure = `${count(rate)} segments a second (${took})`;
      const waited = processorSeconds < 0.8 * seconds;
      shared ||= waited;
      const met = rate >= goal || (waited ? segments / processorSeconds >= goal || null : false);
      report(`200 MB ${trace ? 'traced' : 'played'}, ${what}`, figure, count(goal), met);
      const flat = trace ? [] : ['32 MB', grown <= 32 * MB];
      report('  memory beyond that of 20 MB', `${(grown / MB).toFixed(0)} MB`, ...flat);
      if (trace) reportTrace(result);
    }
  }
}

/** What the trace of a transfer takes beside recording it: memory, and time once somebody reads it. */
function reportTrace({ segments, seconds, kept, readSeconds }) {
  report('  kept', `${(kept / segments).toFixed(0)} bytes a segment`);
  const both = `${count(segments / (seconds + readSeconds))} segments a second with that`;
  report('  to read it all for the first time', `${readSeconds.toFixed(2)} s, ${both}`);
}

/** In a process of its own: neither its memory nor its compiled code is another's. */
function transferAlone(given) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [TRANSFER, JSON.stringify(given)], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`a transfer failed: ${stderr}`);
  return JSON.parse(stdout);
}

const count = (number) => Math.round(number).toLocaleString('en-US');

/** Short transfers with everything traced, as questions and the screen use it, and our scenarios. */
function benchSimulator() {
  const base = scenarios['data-exchange'];
  const at = (host, call) => ({
    host,
    when: { kind: 'state', host, state: 'ESTABLISHED', times: 1 },
    afterMs: 0,
    call,
  });
  const transfer = {
    ...base,
    actions: [
      { host: 'server', when: { kind: 'time', ms: 0 }, afterMs: 0, call: { name: 'listen' } },
      { host: 'client', when: { kind: 'time', ms: 0 }, afterMs: 0, call: { name: 'connect' } },
      at('client', { name: 'send', bytes: 1_000_000 }),
      at('client', { name: 'close' }),
      {
        host: 'server',
        when: { kind: 'state', host: 'server', state: 'CLOSE-WAIT', times: 1 },
        afterMs: 0,
        call: { name: 'close' },
      },
    ],
    faults: [],
    forgeries: [],
  };
  const rate = (scenario, seconds) => {
    simulate(scenario, 'warm');
    let segments = 0;
    const started = performance.now();
    for (let i = 0; performance.now() - started < seconds * 1000; i++)
      segments += simulate(scenario, `${i}`).segments.length;
    return segments / ((performance.now() - started) / 1000);
  };
  report('segments simulated, 1 MB transfers', `${Math.round(rate(transfer, 3)).toLocaleString('en-US')} a second`);
  const all = Object.values(scenarios);
  let segments = 0;
  const started = performance.now();
  for (let i = 0; performance.now() - started < 2000; i++)
    segments += simulate(all[i % all.length], `${i}`).segments.length;
  const perSecond = segments / ((performance.now() - started) / 1000);
  report('segments simulated, our scenarios', `${Math.round(perSecond).toLocaleString('en-US')} a second`);
}

/** How many of each skill are made one after the other, as a worksheet, a drill or the soak asks for them. */
const IN_A_ROW = 1500;

/** A learner meets the skills in turn, when little of their code is compiled yet; a worksheet asks for many of one. */
function benchQuestions() {
  for (const { id } of skills) for (let i = 0; i < 20; i++) makeQuestion(`${id}@warm${i}`);
  let made = 0;
  let slowest = { ms: 0, name: '' };
  const make = (name) => {
    const before = performance.now();
    makeQuestion(name);
    const ms = performance.now() - before;
    made++;
    if (ms > slowest.ms) slowest = { ms, name };
  };
  const rate = (label, all) => {
    made = 0;
    const started = performance.now();
    all(started);
    const perSecond = made / ((performance.now() - started) / 1000);
    report(label, `${Math.round(perSecond).toLocaleString('en-US')} a second`);
  };
  rate('questions made, all skills in turn', (started) => {
    for (let i = 0; performance.now() - started < 4000; i++) for (const { id } of skills) make(`${id}@bench${i}`);
  });
  rate(`questions made, ${IN_A_ROW.toLocaleString('en-US')} of each skill`, () => {
    for (const { id } of skills) for (let i = 0; i < IN_A_ROW; i++) make(`${id}@row${i}`);
  });
  report('slowest question', `${slowest.ms.toFixed(1)} ms (${slowest.name})`);
}

/** Starts the program, leaves it as a learner does, and gives the time to its first whole frame and all it wrote. */
async function timeToFrame(args) {
  const started = performance.now();
  const terminal = open(args);
  try {
    while (!isWholeFrame(terminal.screen()) && !(await ended(terminal))) await sleep(1);
    const ms = performance.now() - started;
    terminal.type('q');
    await terminal.exited;
    return { ms, output: terminal.output };
  } finally {
    await terminal.close();
  }
}

const parts = {
  start: benchStart,
  keys: async () => {
    await benchKeys();
    await benchPlayingKeys({ open, quantile, median, report });
  },
  ticks: () => benchTicks({ open, quantile, median, report }),
  transfers: benchTransfers,
  simulator: benchSimulator,
  questions: benchQuestions,
  capture: () => benchCapture({ data, median, report }),
  decks: () => benchDecks({ data, timeToFrame, median, report }),
  log: () => benchLog({ data, skills: skills.map(({ id }) => id), timeToFrame, median, report }),
};
const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(parts);
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. Usage: npm run bench -- [${Object.keys(parts).join('|')} ...]`);
  process.exit(2);
}

try {
  for (const name of wanted) await parts[name]();
} finally {
  rmSync(data, { recursive: true, force: true });
}
console.log(`Node ${process.version}, ${process.platform} ${process.arch}`);
const slowing = ['NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS'].filter((name) => process.env[name]);
if (slowing.length > 0) console.log(`${slowing.join(', ')} set: bare Node starts slower too, and ratios are smaller.`);
if (shared)
  console.log('Transfers had to wait for the processor: these are judged by the processor time that they took.');
const widths = [0, 1, 2].map((i) => Math.max(...rows.map((row) => row[i].length)));
for (const [what, figure, goal, met] of rows) {
  console.log(`${what.padEnd(widths[0])}  ${figure.padEnd(widths[1])}  ${goal.padEnd(widths[2])}  ${met}`.trimEnd());
}
