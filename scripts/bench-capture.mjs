/** The part of the bench about captures: a large one is read, against tshark on the same file. */
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { importTypeScript, root } from './import-typescript.mjs';

const READ = join(root, 'scripts/bench-capture-read.mjs');
const MB = 1_000_000;
const FILE_BYTES = 300 * MB;
const SEGMENT = 1460;
const CONVERSATIONS = 16;
const RUNS = 3;
const BYTES_GOAL = 200;
const SEGMENTS_GOAL = 500_000;
const FIELDS = ['frame.number', 'ip.src', 'tcp.seq', 'tcp.len'];

const { segmentBytes, frame, flags } = await importTypeScript(`
  export { segmentBytes } from './src/tcp/wire/segment-bytes.ts';
  export { frame } from './src/trace/frame.ts';
  export * as flags from './src/tcp/segment.ts';
`);
const { SYN, ACK, FIN } = flags;

/** One of two ends, as what it sends is written. */
function endOf(mac, address, port) {
  return { mac: Uint8Array.of(2, 0, 0, 0, 0, mac), address: Uint8Array.from(address), port, next: 1000 * port };
}

/** Numbers of 32 bits as they stand in the file. */
function words(...numbers) {
  const bytes = Buffer.alloc(4 * numbers.length);
  for (const [i, number] of numbers.entries()) bytes.writeUInt32LE(number, 4 * i);
  return bytes;
}

/** Writes some transfers at a time, one segment each in turn: handshakes, data with an ACK for every other segment, FINs. */
function writeCapture(path) {
  const file = openSync(path, 'w');
  let batch = [words(0xa1b2c3d4, 0x00040002, 0, 0, 262_144, 1)];
  let held = 24;
  let written = 0;
  let micros = 0;
  const flush = () => {
    const bytes = Buffer.concat(batch);
    writeSync(file, bytes);
    written += bytes.length;
    [batch, held] = [[], 0];
  };
  const data = Uint8Array.from({ length: SEGMENT }, (_, i) => (i * 31) & 0xff);
  const send = (from, to, bits, length) => {
    const body = length > 0 ? data.subarray(0, length) : flags.NO_DATA;
    const ack = bits & ACK ? to.next : 0;
    const segment = { seq: from.next, ack, flags: bits, window: 65_535, urgent: 0, ecn: 0, options: {}, data: body };
    const bytes = frame({ source: from, destination: to, identification: 0, ecn: 0 }, segmentBytes(segment, from, to));
    from.next = (from.next + length + (bits & SYN ? 1 : 0) + (bits & FIN ? 1 : 0)) >>> 0;
    micros += 7;
    batch.push(words(1_700_000_000 + Math.floor(micros / MB), micros % MB, bytes.length, bytes.length), bytes);
    held += 16 + bytes.length;
    if (held > MB) flush();
  };
  const pairs = Array.from({ length: CONVERSATIONS }, (_, i) => [
    endOf(1, [192, 0, 2, 1], 40_000 + i),
    endOf(2, [198, 51, 100, 7], 443),
  ]);
  for (const [client, server] of pairs) {
    send(client, server, SYN, 0);
    send(server, client, SYN | ACK, 0);
    send(client, server, ACK, 0);
  }
  while (written + held < FILE_BYTES) {
    for (const [client, server] of pairs) {
      send(server, client, ACK, SEGMENT);
      send(server, client, ACK, SEGMENT);
      send(client, server, ACK, 0);
    }
  }
  for (const [client, server] of pairs) {
    send(server, client, FIN | ACK, 0);
    send(client, server, FIN | ACK, 0);
    send(server, client, ACK, 0);
  }
  flush();
  closeSync(file);
}

/** Seconds that a command takes, and what it says. */
function timed(command, args) {
  const started = performance.now();
  const { stdout, stderr, status } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (status !== 0) throw new Error(`${command} failed: ${stderr}`);
  return { seconds: (performance.now() - started) / 1000, stdout };
}

/** Interleaved runs on one file; the median of each. */
export function benchCapture({ data, median, report }) {
  const path = join(data, 'large.pcap');
  const hasTshark = spawnSync('tshark', ['--version'], { stdio: 'ignore' }).status === 0;
  const fields = FIELDS.flatMap((field) => ['-e', field]);
  try {
    writeCapture(path);
    const size = statSync(path).size;
    const [analysed, read, whole, tshark] = [[], [], [], []];
    for (let i = 0; i < RUNS; i++) {
      const run = timed(process.execPath, [READ, path]);
      whole.push(run.seconds);
      analysed.push(JSON.parse(run.stdout));
      read.push(JSON.parse(timed(process.execPath, [READ, path, 'segments']).stdout));
      if (hasTshark) tshark.push(timed('tshark', ['-n', '-r', path, '-T', 'fields', ...fields]).seconds);
    }
    const { segments } = analysed[0];
    const rates = (seconds) => [size / MB / seconds, segments / seconds];
    const figure = (seconds) => {
      const [bytes, count] = rates(seconds);
      return `${bytes.toFixed(0)} MB/s, ${Math.round(count).toLocaleString('en-US')} segments a second`;
    };
    const secondsOf = (runs) => median(runs.map((run) => run.seconds));
    const peakOf = (runs) => `${(Math.max(...runs.map((run) => run.peakBytes)) / MB).toFixed(0)} MB`;
    const [bytes, count] = rates(secondsOf(analysed));
    const met = bytes >= BYTES_GOAL || count >= SEGMENTS_GOAL;
    report(`capture of ${(size / MB).toFixed(0)} MB`, figure(secondsOf(analysed)), '200 MB/s or 500,000', met);
    report('  most memory of the process', peakOf(analysed));
    report('  of processor time, all threads', figure(median(analysed.map((run) => run.processorSeconds))));
    report('  only as far as the segments', figure(secondsOf(read)));
    report('  with starting the process', figure(median(whole)));
    if (hasTshark) report('  tshark -T fields, the whole process', figure(median(tshark)));
  } finally {
    rmSync(path, { force: true });
  }
}
