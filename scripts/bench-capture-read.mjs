/**
 * Reads one capture in a process of its own, for `npm run bench -- capture`: prints how many segments and conversations in how
 * many seconds by the clock and of processor time, and the most memory it took. With `segments` only as far as the
 * segments, without what is known of their conversations.
 * Usage: node scripts/bench-capture-read.mjs FILE [segments]
 */
import { importTypeScript } from './import-typescript.mjs';

const { CaptureReader, CaptureSurvey, captureChunks } = await importTypeScript(`
  export { CaptureReader } from './src/captures/file/capture-reader.ts';
  export { CaptureSurvey } from './src/captures/survey/capture-survey.ts';
  export { captureChunks } from './src/captures/disk/capture-source.ts';
`);

const [, , path, only] = process.argv;

/** Reads as far as the segments. */
async function segments() {
  let bytes = 0;
  const reader = new CaptureReader((segment) => {
    bytes += segment.len;
  });
  for await (const chunk of captureChunks(path)) reader.push(chunk.bytes);
  return { problem: reader.end(), tally: reader.tally, bytes };
}

/** Reads as `seqack capture` does. */
async function conversations() {
  const survey = new CaptureSurvey({ at: null });
  for await (const chunk of captureChunks(path)) survey.push(chunk);
  survey.end();
  return { problem: survey.shortfall, tally: survey.tally, conversations: survey.conversations().length };
}

const busy = process.cpuUsage();
const started = performance.now();
const { problem, tally, ...found } = await (only === 'segments' ? segments() : conversations());
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(busy);
if (problem !== null) throw new Error(problem.text.en);
const peakBytes = process.resourceUsage().maxRSS * 1024;
const { frames, segments: count } = tally;
const processorSeconds = (user + system) / 1e6;
console.log(JSON.stringify({ frames, segments: count, ...found, seconds, processorSeconds, peakBytes }));
