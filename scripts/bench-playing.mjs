import { readFileSync } from 'node:fs';

/** Keys pressed while the ladder plays, and what is written for its ticks. */
const PRESSES = 150;
/** No scenario plays longer, s. */
const MOST_SECONDS = 60;
/** A tick is what is written at once: nothing for so long before and after, ms. */
const APART_MS = 4;
const CTRL_L = '\u000c';

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Keys whose effect can be told from the frames of the ladder: of another speed, and of another language. From writing one
 * until its effect is on the screen and the frame that brought it is written to its end.
 */
export async function benchPlayingKeys({ open, quantile, median, report }) {
  const terminal = open(['simulate', 'zero-window', '--seed', '1', '--lang', 'en']);
  try {
    await terminal.waitFor('playing 1x');
    const presses = [
      ['-', /(playing|재생) 0\.5(x|배속)/],
      ['+', /(playing|재생) 1(x|배속)/],
      [CTRL_L, /재생 1배속/],
      ['+', /재생 2배속/],
      ['-', /재생 1배속/],
      [CTRL_L, /playing 1x/],
    ];
    const times = [];
    for (let i = 0; i < PRESSES; i++) {
      if (/the end|끝 /.test(titleOf(terminal))) {
        terminal.type('R');
        await terminal.waitFor(/playing|재생 \d/);
      }
      // At any moment between two ticks.
      await sleep(40 + ((i * 7) % 33));
      const [key, effect] = presses[i % presses.length];
      const pressed = performance.now();
      terminal.type(key);
      while (!effect.test(titleOf(terminal)) && performance.now() - pressed < 2000) await sleep(1);
      times.push((await written(terminal)) - pressed);
    }
    const p99 = quantile(times, 0.99);
    const figure = `p50 ${median(times).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms (${times.length} keys)`;
    report('key to complete frame, the ladder playing', figure, 'p99 33 ms', p99 <= 33);
  } finally {
    await terminal.close();
  }
}

const titleOf = (terminal) => terminal.lines()[0] ?? '';

/** When the frame that is being written had its last byte. */
async function written(terminal) {
  let last = performance.now();
  for (let length = terminal.output.length; performance.now() - last < APART_MS; ) {
    await sleep(1);
    if (terminal.output.length !== length) [length, last] = [terminal.output.length, performance.now()];
  }
  return last;
}

/** Hangul takes three bytes a character. */
const SCENARIOS = [
  ['data-exchange', 'en'],
  ['handshake', 'ko'],
  ['fast-retransmit', 'en'],
  ['sack-recovery', 'ko'],
  ['zero-window', 'en'],
  ['fin-overtakes', 'ko'],
];

/** Bytes a tick, frames a second and processor time while scenarios play at 80x24, from their beginning to their end. */
export async function benchTicks({ open, quantile, median, report }) {
  for (const [scenario, language] of SCENARIOS) {
    const terminal = open(['simulate', scenario, '--seed', '1', '--lang', language]);
    try {
      await terminal.waitFor(/playing|재생/);
      const ticks = [];
      const times = [];
      const before = processorMs(terminal.pid);
      const started = performance.now();
      let length = terminal.output.length;
      let tick = 0;
      let lastAt = started;
      while (performance.now() - started < MOST_SECONDS * 1000 && !/the end|끝 /.test(titleOf(terminal))) {
        await sleep(1);
        const more = terminal.output.length - length;
        if (more > 0) {
          tick += Buffer.byteLength(terminal.output.slice(length));
          length += more;
          lastAt = performance.now();
        } else if (tick > 0 && performance.now() - lastAt >= APART_MS) {
          ticks.push(tick);
          times.push(lastAt);
          tick = 0;
        }
      }
      const ms = performance.now() - started;
      const used =
        before === null ? '' : `, ${(((processorMs(terminal.pid) - before) / ms) * 100).toFixed(0)}% of a processor`;
      const p99 = quantile(ticks, 0.99);
      const rate = `${mostWithinASecond(times)} in the busiest second`;
      const figure = `p50 ${median(ticks)} B, p99 ${p99} B, most ${Math.max(...ticks)} B (${ticks.length} ticks, ${rate}${used})`;
      report(`written per tick, 80x24, ${scenario}, ${language}`, figure, '1000 B', p99 <= 1000);
    } finally {
      await terminal.close();
    }
  }
}

/** While nothing flies there are few ticks; while something does, as many as a second takes. */
function mostWithinASecond(times) {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + 1000).length));
}

/** Processor time a process has used, ms; null where the system does not tell. */
function processorMs(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}
