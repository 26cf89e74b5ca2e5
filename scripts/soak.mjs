/**
 * npm run soak -- [--runs N] [--seed N]: random scenarios over every convention through the engine, each held against
 * the rules of test/simulator/invariants.ts, played twice, and once without a trace. Prints counts and the numbers of
 * runs that broke a rule; every tenth run moves much data or opens the connection again
 * (test/simulator/random-options.ts), and during every third the path and the receive buffers change as by hand
 * (test/simulator/sandbox/random-moves.ts).
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { importTypeScript } from './import-typescript.mjs';

const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
const runs = Number(values.runs ?? 1000);
const first = Number(values.seed ?? 1);
if (!(Number.isSafeInteger(runs) && runs > 0 && Number.isSafeInteger(first))) {
  console.error('Usage: npm run soak -- [--runs N] [--seed N]');
  process.exit(2);
}

const {
  violations,
  completeness,
  gaveUp,
  randomScenario,
  randomOptions,
  HARMLESS_MS,
  harmlessMove,
  timed,
  withHarmlessMoves,
  wholeTrace,
  simulate,
  play,
} = await importTypeScript(`
  export { violations, completeness, gaveUp } from './test/simulator/invariants.ts';
  export { randomScenario } from './test/simulator/random-scenario.ts';
  export { randomOptions } from './test/simulator/random-options.ts';
  export { HARMLESS_MS, harmlessMove, timed, withHarmlessMoves } from './test/simulator/sandbox/random-moves.ts';
  export { wholeTrace } from './test/simulator/whole-trace.ts';
  export { simulate } from './src/simulator/simulate.ts';
  export { play } from './src/simulator/play.ts';
`);

const MOVES = timed(harmlessMove, 8, HARMLESS_MS);

/** All that a trace tells. */
const text = (trace) => JSON.stringify(wholeTrace(trace));

/** What one run came to; `broken` is empty when it kept every rule. */
function judge(seed) {
  const [base] = fc.sample(seed % 10 === 0 ? randomOptions : randomScenario, { seed, numRuns: 1 });
  const scenario = seed % 3 === 0 ? withHarmlessMoves(base, fc.sample(MOVES, { seed, numRuns: 1 })[0]) : base;
  const { trace, broken } = violations(scenario, String(seed));
  const problems = [...broken, ...completeness(trace)];
  if (text(simulate(scenario, String(seed))) !== text(trace)) {
    problems.push('the same seed gave another trace');
  }
  const { final, endMs, ended, segments, events } = play(scenario, String(seed));
  const outcome = { final, endMs, ended, segments, events };
  const traced = { ...trace, segments: trace.segments.length, events: trace.events.length };
  if (Object.keys(outcome).some((key) => JSON.stringify(outcome[key]) !== JSON.stringify(traced[key]))) {
    problems.push('without a trace it came out otherwise');
  }
  return { trace, problems };
}

const counts = { runs: 0, segments: 0, lost: 0, copies: 0, bytes: 0, gaveUp: 0, limit: 0, broken: 0 };
/** How many runs had something in them. */
const met = {
  sack: 0,
  timestamps: 0,
  scaling: 0,
  timeouts: 0,
  fastRetransmits: 0,
  probes: 0,
  keepAlives: 0,
  marks: 0,
  echoes: 0,
  reopened: 0,
};

function meet(trace) {
  const recoveries = new Set(trace.events.map(({ after }) => after?.recovery));
  const timers = new Set(trace.events.map(({ timer }) => timer));
  const options = trace.segments.map((segment) => segment.options);
  if (options.some(({ sack }) => sack !== undefined)) met.sack++;
  if (options.some(({ timestamps }) => timestamps !== undefined)) met.timestamps++;
  if (options.some(({ windowScale }) => windowScale !== undefined)) met.scaling++;
  if (timers.has('retransmission')) met.timeouts++;
  if (recoveries.has('fast') || recoveries.has('sack')) met.fastRetransmits++;
  if (timers.has('persist')) met.probes++;
  if (timers.has('keep-alive')) met.keepAlives++;
  const notes = new Set(trace.events.flatMap((event) => event.notes ?? []));
  if (notes.has('congestion-marked')) met.marks++;
  if (notes.has('congestion-echoed')) met.echoes++;
  if (trace.segments.some(({ connection }) => connection > 1)) met.reopened++;
}

const started = performance.now();
for (let seed = first; seed < first + runs; seed++) {
  const { trace, problems } = judge(seed);
  counts.runs++;
  counts.segments += trace.segments.length;
  counts.lost += trace.segments.filter(({ fate }) => fate === 'lost').length;
  counts.copies += trace.segments.filter(({ origin }) => origin === 'copy').length;
  counts.bytes += trace.final.client.receivedBytes + trace.final.server.receivedBytes;
  meet(trace);
  if (gaveUp(trace)) counts.gaveUp++;
  if (trace.ended === 'limit') counts.limit++;
  if (problems.length > 0) {
    counts.broken++;
    if (counts.broken <= 20) console.log(`run ${seed}: ${problems.slice(0, 3).join('; ')}`);
  }
}
const seconds = (performance.now() - started) / 1000;

const rows = [
  ['runs', counts.runs],
  ['segments', counts.segments],
  ['lost', counts.lost],
  ['copied by the network', counts.copies],
  ['bytes delivered in order', counts.bytes],
  ['runs with SACK blocks', met.sack],
  ['runs with timestamps', met.timestamps],
  ['runs with window scaling', met.scaling],
  ['runs with a retransmission timeout', met.timeouts],
  ['runs with fast retransmit', met.fastRetransmits],
  ['runs with the persist timer', met.probes],
  ['runs with keep-alives', met.keepAlives],
  ['runs with congestion marks (ECN)', met.marks],
  ['runs with cwnd lowered for a mark', met.echoes],
  ['runs with a second connection', met.reopened],
  ['ended because a side gave up', counts.gaveUp],
  ['stopped at the limit', counts.limit],
  ['runs that broke a rule', counts.broken],
];
for (const [name, count] of rows) console.log(`${name.padEnd(36)} ${count.toLocaleString('en-US').padStart(14)}`);
console.log(`${seconds.toFixed(1)} s; again with: npm run soak -- --seed ${first} --runs ${runs}`);
process.exitCode = counts.broken === 0 ? 0 : 1;
