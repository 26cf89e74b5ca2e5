/**
 * One long transfer in a process of its own, for `npm run bench`: how many segments (of both ends), in how many seconds
 * by the clock and of processor time (all threads), and by how many bytes the most memory this process ever had grew over
 * what transfers a tenth as long had taken. Of one that is traced also how many bytes its trace keeps, and how many
 * seconds it then takes to read all of it for the first time.
 * Usage: node scripts/bench-transfer.mjs '{"bytes":200000000,"loss":0,"window":65535,"conventions":{},"trace":false}'
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { importTypeScript } from './import-typescript.mjs';

const SHORT_RUNS = 5;
const RUNS = 3;

const { play, simulate, scenario } = await importTypeScript(`
  export { play } from './src/simulator/play.ts';
  export { simulate } from './src/simulator/simulate.ts';
  export { scenario } from './test/simulator/short.ts';
`);

const given = JSON.parse(process.argv[2]);

/** The client sends everything once it is connected; then both close. ACKs are delayed. */
function transfer(bytes) {
  const when = (host, state) => ({ kind: 'state', host, state, times: 1 });
  const start = { kind: 'time', ms: 0 };
  const act = (host, condition, call) => ({ host, when: condition, afterMs: 0, call });
  const end = { window: given.window, isn: 'random', delayedAck: true };
  return scenario({
    conventions: given.conventions,
    client: end,
    server: end,
    network: { delayMs: 10, loss: given.loss, duplicate: 0, reorder: 0, reorderMs: 0 },
    actions: [
      act('server', start, { name: 'listen' }),
      act('client', start, { name: 'connect' }),
      act('client', when('client', 'ESTABLISHED'), { name: 'send', bytes }),
      act('client', when('client', 'ESTABLISHED'), { name: 'close' }),
      act('server', when('server', 'CLOSE-WAIT'), { name: 'close' }),
    ],
    limitMs: 86_400_000,
  });
}

/** Plays it to its end; `played` is what it leaves behind, a trace perhaps. */
function run(bytes, seed) {
  const busy = process.cpuUsage();
  const started = performance.now();
  const played = (given.trace ? simulate : play)(transfer(bytes), seed, {}, Number.POSITIVE_INFINITY);
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(busy);
  if (played.ended !== 'quiet' || played.final.server.receivedBytes !== bytes) throw new Error('did not arrive whole');
  return { played, seconds, processorSeconds: (user + system) / 1e6 };
}

/** Counts the segments of a run, for which a trace has to be read. */
function counted({ played, ...times }) {
  if (!given.trace) return { ...times, segments: played.segments };
  const started = performance.now();
  const segments = played.events.length === 0 ? 0 : played.segments.length;
  return { ...times, segments, readSeconds: (performance.now() - started) / 1000 };
}

/** The most memory this process has had so far, bytes. */
const mostMemory = () => process.resourceUsage().maxRSS * 1024;

// Until the code is compiled. Their traces are kept so long: were they dropped one after the other, the garbage collector
// would learn that what a trace consists of does not live long.
const short = [];
for (let i = 0; i < SHORT_RUNS; i++) short.push(run(given.bytes / 10, `short${i}`));
short.length = 0;
const before = mostMemory();
const runs = [run(given.bytes, '0')];
const grown = mostMemory() - before;
for (let i = 1; i < RUNS; i++) runs.push(run(given.bytes, String(i)));
// No trace is read before all are played, and each is dropped then.
const results = [];
for (let next = runs.shift(); next !== undefined; next = runs.shift()) results.push(counted(next));
results.sort((a, b) => a.segments / a.seconds - b.segments / b.seconds);
console.log(JSON.stringify({ ...results[RUNS >> 1], grown, kept: given.trace ? bytesKept() : 0 }));

/** What the trace of one more transfer keeps. Last, since to collect the garbage by hand changes how it goes on. */
function bytesKept() {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc');
  const used = () => {
    // Twice: what lies beside the heap goes a little later than what held it.
    collectGarbage();
    collectGarbage();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const usedBefore = used();
  const { played } = run(given.bytes, '0');
  return played.endMs > 0 ? used() - usedBefore : 0;
}
