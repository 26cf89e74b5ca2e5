/**
 * Reads one capture in a process of its own, for `npm run bench -- capture`: prints how many segments in how many seconds, and
 * the most memory it took.
 * Usage: node scripts/bench-capture-read.mjs FILE
 */
import { importTypeScript } from './import-typescript.mjs';

const { CaptureReader, captureChunks } = await importTypeScript(`
  export { CaptureReader } from './src/captures/file/capture-reader.ts';
  export { captureChunks } from './src/captures/disk/capture-source.ts';
`);

const started = performance.now();
let bytes = 0;
const reader = new CaptureReader((segment) => {
  bytes += segment.len;
});
for await (const chunk of captureChunks(process.argv[2])) reader.push(chunk.bytes);
const problem = reader.end();
const seconds = (performance.now() - started) / 1000;
if (problem !== null) throw new Error(problem.text.en);
const { segments, frames } = reader.tally;
const peakBytes = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ frames, segments, bytes, seconds, peakBytes }));
