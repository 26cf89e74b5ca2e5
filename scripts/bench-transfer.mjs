/**
 * One long transfer in a process of its own, for `npm run bench`: how many segments (of both ends), in how many seconds
 * by the clock and of processor time (all threads), by how many bytes the most memory this process ever had grew over
 * what transfers a tenth as long had taken, and for a trace how long it took to lay all of it out for its first reader.
 * Usage: node scripts/bench-transfer.mjs '{"bytes":200000000,"loss":0,"window":65535,"conventions":{},"trace":false}'
 */
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

/** Plays it to its end. What it leaves behind, a trace perhaps, is put into `kept`. */
function run(bytes, seed, kept = []) {
  const busy = process.cpuUsage();
  const started = performance.now();
  const played = (given.trace ? simulate : play)(transfer(bytes), seed, {}, Number.POSITIVE_INFINITY);
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(busy);
  kept.push(played);
  if (played.ended !== 'quiet' || played.final.server.receivedBytes !== bytes) throw new Error('did not arrive whole');
  return { seed, seconds, processorSeconds: (user + system) / 1e6 };
}

/** The most memory this process has had so far, bytes. */
const mostMemory = () => process.resourceUsage().maxRSS * 1024;

// Until the code is compiled. Their traces are kept so long: were they dropped one after the other, the garbage collector
// would learn that what a trace consists of does not live long.
const kept = [];
for (let i = 0; i < SHORT_RUNS; i++) run(given.bytes / 10, `short${i}`, kept);
kept.length = 0;
const before = mostMemory();
const first = run(given.bytes, '0');
const grown = mostMemory() - before;
const runs = [first];
for (let i = 1; i < RUNS; i++) runs.push(run(given.bytes, String(i)));
runs.sort((a, b) => a.seconds - b.seconds);
const { seed, ...median } = runs[RUNS >> 1];
// Counted in a run that keeps nothing: to count in the trace would lay all of it out, whose garbage the next runs would meet.
const { segments } = play(transfer(given.bytes), seed, {}, Number.POSITIVE_INFINITY);
console.log(JSON.stringify({ segments, ...median, readSeconds: given.trace ? readingTime() : 0, grown }));

/** How long a trace takes its first reader, who has all of it laid out, seconds. */
function readingTime() {
  const trace = simulate(transfer(given.bytes), seed, {}, Number.POSITIVE_INFINITY);
  const started = performance.now();
  if (trace.segments.length !== segments) throw new Error('the trace has another number of segments');
  if (trace.events.at(-1)?.ms !== trace.endMs) throw new Error('the trace does not end when it says');
  return (performance.now() - started) / 1000;
}
