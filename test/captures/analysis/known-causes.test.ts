import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/captures/analysis/segment-analysis.ts';
import type { Scenario } from '../../../src/simulator/scenario.ts';
import { readScenario } from '../../../src/simulator/scenario-file/reader.ts';
import { simulate } from '../../../src/simulator/simulate.ts';
import { HOST_NAMES } from '../../../src/trace/trace.ts';
import type { NamedRun } from '../../oracles/captures.ts';
import { missingTools } from '../../oracles/judges.ts';
import { randomScenario } from '../../simulator/random-scenario.ts';
import { compare } from './agreement.ts';
import { type TrueFrame, trueFrames } from './known-causes.ts';

/*
 * In a simulated capture it is known why each segment was sent: what we say of it, and what tshark says, are both held
 * against that. The table stands in docs/captures.md; `UPDATE_DOCS=1` writes it there.
 */

const DOCS = new URL('../../../docs/captures.md', import.meta.url);
const SCENARIOS = new URL('../../../content/scenarios/', import.meta.url);
const RUNS = 80;
const TIMEOUT_MS = 180_000;
/** The table was made with this one; another may say other things. */
const TSHARK = '4.0.17';

/** Both ends as their profile has them, on a network that loses and reorders, and copies little. */
function usual(scenario: Scenario): Scenario {
  const { client, server, network } = scenario;
  return {
    ...scenario,
    client: { ...client, conventions: {} },
    server: { ...server, conventions: {} },
    network: { ...network, duplicate: Math.min(Number(network.duplicate), 0.02) },
  };
}

const randomRuns = (): NamedRun[] =>
  fc
    .sample(randomScenario, { seed: 5, numRuns: RUNS })
    .map((scenario, i) => ({ name: `random ${i}`, trace: simulate(usual(scenario), String(i)) }));

const scenarioRuns = (): NamedRun[] =>
  readdirSync(SCENARIOS).map((file) => {
    const read = readScenario(readFileSync(new URL(file, SCENARIOS), 'utf8'), file);
    if (!read.ok) throw new Error(file);
    return { name: file, trace: simulate(read.scenario, 'a') };
  });

type Says = (frame: TrueFrame) => boolean;
const found =
  (wanted: (finding: Finding) => boolean): Says =>
  ({ ours }) =>
    ours.analysis.findings.some(wanted);
const flagged =
  (flag: string): Says =>
  ({ tshark }) =>
    tshark[flag] !== undefined && tshark[flag] !== '';

interface Question {
  readonly name: string;
  readonly truth: Says;
  readonly ours: Says;
  readonly tshark: Says;
}

const again = found(({ kind }) => kind === 'retransmission');
const because = (cause: string) => found((one) => one.kind === 'retransmission' && one.cause === cause);

const QUESTIONS: readonly Question[] = [
  {
    name: 'sent again',
    truth: ({ truth }) => truth.sentAgain,
    ours: again,
    tshark: flagged('retransmission'),
  },
  {
    name: 'sent again, by fast recovery',
    truth: ({ truth }) => truth.sentAgain && truth.cause === 'fast',
    ours: because('fast'),
    tshark: flagged('fast_retransmission'),
  },
  {
    name: 'sent again, after a timeout',
    truth: ({ truth }) => truth.sentAgain && truth.cause === 'timeout',
    ours: because('timeout'),
    // What it calls no more than a retransmission: it has no flag for a timeout.
    tshark: (frame) =>
      flagged('retransmission')(frame) &&
      !flagged('fast_retransmission')(frame) &&
      !flagged('spurious_retransmission')(frame),
  },
  {
    name: 'sent again, not needed',
    truth: ({ truth }) => truth.sentAgain && truth.wasNeedless === true,
    ours: found((one) => one.kind === 'retransmission' && one.spurious),
    tshark: flagged('spurious_retransmission'),
  },
  {
    name: 'out of order',
    truth: ({ truth }) => truth.isLate,
    ours: found(({ kind }) => kind === 'out-of-order'),
    tshark: flagged('out_of_order'),
  },
];

interface Score {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

/** What cannot be told, for nothing before it reached as far, is not missed; nor is what only happened elsewhere. */
function score(frames: readonly TrueFrame[], says: Says, truth: Says): Score {
  const told = frames.map((frame) => ({ said: says(frame), is: truth(frame), canBeSaid: frame.truth.isVisible }));
  return {
    right: told.filter(({ said, is }) => said && is).length,
    wrong: told.filter(({ said, is }) => said && !is).length,
    missed: told.filter(({ said, is, canBeSaid }) => !said && is && canBeSaid).length,
  };
}

const precision = ({ right, wrong }: Score) => right / (right + wrong);
const recall = ({ right, missed }: Score) => right / (right + missed);
const balance = (of: Score) => (2 * precision(of) * recall(of)) / (precision(of) + recall(of));

describe.skipIf(missingTools.length > 0)('what is said of simulated captures', () => {
  test(
    'of random runs is true more often than what tshark says',
    async () => {
      const runs = randomRuns();
      const frames = (await Promise.all(HOST_NAMES.map((at) => trueFrames(runs, at)))).flat();
      const scores = QUESTIONS.map(({ name, truth, ours, tshark }) => ({
        name,
        ours: score(frames, ours, truth),
        tshark: score(frames, tshark, truth),
      }));
      for (const { name, ours, tshark } of scores) expect(balance(ours), name).toBeGreaterThan(balance(tshark));
      const [sentAgain, fast, timeout] = scores;
      expect(recall(sentAgain!.ours)).toBeGreaterThan(0.98);
      expect(precision(sentAgain!.ours)).toBeGreaterThan(0.9);
      expect(precision(fast!.ours)).toBeGreaterThan(0.85);
      expect(precision(timeout!.ours)).toBeGreaterThan(0.97);
      keepInDocs(frames.length, scores);
    },
    TIMEOUT_MS,
  );

  test(
    'of the scenarios: tshark says the same, or there is a reason',
    async () => {
      const compared = await Promise.all(
        HOST_NAMES.map(async (at) => {
          const frames = await trueFrames(scenarioRuns(), at);
          const runOf = new Map(frames.map(({ captured, run }) => [captured.frame, run.name]));
          return compare(frames).disagreements.flatMap(({ reason, frame }) =>
            reason === null ? [runOf.get(frame)] : [],
          );
        }),
      );
      expect([...new Set(compared.flat())].sort()).toEqual(Object.keys(EXPLAINED).sort());
    },
    TIMEOUT_MS,
  );

  test(
    'of the scenarios: no cause is said that was not',
    async () => {
      const frames = (await Promise.all(HOST_NAMES.map((at) => trueFrames(scenarioRuns(), at)))).flat();
      const wrong = frames.flatMap(({ ours, truth, run, captured }) =>
        ours.analysis.findings.flatMap((one) =>
          one.kind === 'retransmission' && one.cause !== 'unknown' && truth.sentAgain && truth.cause !== one.cause
            ? [`${run.name} frame ${captured.frame}: ${one.cause}, was ${truth.cause}`]
            : [],
        ),
      );
      expect(wrong).toEqual([]);
    },
    TIMEOUT_MS,
  );
});

/** Scenarios in which tshark says other things for a reason that is none of those in agreement.ts. */
const EXPLAINED: Readonly<Record<string, string>> = {
  'blind-attack.yaml': 'a forged segment far outside the window is not believed, so no data of it is outstanding',
  'half-open.yaml': 'a SYN,ACK with a number of its own begins the numbers of its end, and is no jump over a gap',
  'old-duplicate-syn.yaml': 'as half-open: the SYN,ACK that answers the right SYN',
  'old-duplicate-zero-isn.yaml': 'a SYN after the end of a connection begins another, though its ISN is the same',
  'old-duplicate-rfc6528.yaml': 'a copy of a segment of the connection before, by its identification',
  'simultaneous-open.yaml':
    'the SYN,ACK that answers a SYN has the number of its own SYN, and does not repeat it (RFC 9293 Figure 7)',
  'newreno-two-losses.yaml': 'the ACK covers what filled a gap: no round trip (Karn)',
  'sack-recovery.yaml': 'as newreno-two-losses',
  'zero-window.yaml': 'the byte of a probe does not count as sent before it is taken',
};

function keepInDocs(frames: number, scores: readonly { name: string; ours: Score; tshark: Score }[]): void {
  const version = spawnSync('tshark', ['--version'], { encoding: 'utf8' }).stdout.split('\n')[0] ?? '';
  if (!version.includes(TSHARK)) return;
  const cells = (of: Score) => `${of.right} | ${of.wrong} | ${of.missed} | ${balance(of).toFixed(2)}`;
  const rows = scores.map(({ name, ours, tshark }) => `| ${name} | ${cells(ours)} | ${cells(tshark)} |`);
  const head = [
    `${frames} frames of ${RUNS} random runs, captured at both ends; tshark ${TSHARK}.`,
    '',
    '| | right | wrong | missed | F1 | tshark: right | wrong | missed | F1 |',
    '|---|---|---|---|---|---|---|---|---|',
  ];
  const written = readFileSync(DOCS, 'utf8');
  const [from, to] = ['<!-- truth -->', '<!-- end of truth -->'];
  const generated = `${from}\n${[...head, ...rows].join('\n')}\n`;
  const updated = written.slice(0, written.indexOf(from)) + generated + written.slice(written.indexOf(to));
  if (process.env.UPDATE_DOCS === '1') writeFileSync(DOCS, updated);
  else expect(written).toBe(updated);
}
