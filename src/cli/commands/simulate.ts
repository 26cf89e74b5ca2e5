import { conventionsFor } from '../../simulator/resolve.ts';
import type { Scenario } from '../../simulator/scenario.ts';
import { simulate } from '../../simulator/simulate.ts';
import { PROFILES } from '../../tcp/conventions.ts';
import { type TraceJson, traceJson } from '../../trace/json.ts';
import { plainLadder } from '../../trace/plain.ts';
import { type CaptureExportOptions, readCaptureExport, writeCapture } from '../capture-export.ts';
import { usage } from '../failure.ts';
import type { Globals } from '../globals.ts';
import { print, printLines } from '../output.ts';
import { reportLanguage } from '../report-language.ts';
import type { ScenarioChanges } from '../scenario-changes.ts';
import { findScenario } from '../scenario-source.ts';
import { showScreen } from '../screen.ts';
import { newSeed } from '../seed.ts';
import { errors } from '../text/errors.ts';
import { captured, simulated } from '../text/reports.ts';
import { readSeed, readWord } from '../values.ts';

export interface SimulateOptions extends ScenarioChanges, CaptureExportOptions {
  readonly plain?: true;
  readonly json?: true;
  readonly sandbox?: true;
  readonly seed?: string;
  readonly numbers?: string;
  readonly conventions?: true;
}

/**
 * `seqack simulate [NAME|FILE]`: a scenario live on the screen, played by hand there, as a plain ladder, as JSON
 * (docs/formats.md), or as a capture; a ladder or JSON and a capture of the same run too.
 */
export async function simulateCommand(named: string | null, given: SimulateOptions, globals: Globals): Promise<number> {
  if (given.conventions) return listConventions(named, given, globals);
  const { plain = false, json = false, sandbox = false } = given;
  if (plain && json) throw usage(errors.together('--plain', '--json'));
  if (given.numbers !== undefined && !plain) throw usage(errors.onlyWith('--numbers', '--plain'));
  if (sandbox) {
    for (const other of ['plain', 'json', 'pcap'] as const) {
      if (given[other] !== undefined) throw usage(errors.together('--sandbox', `--${other}`));
    }
  }
  const numbers = readWord('--numbers', given.numbers ?? 'absolute', ['absolute', 'relative']);
  const capture = readCaptureExport(given);
  if (capture?.toOutput && (plain || json)) throw usage(errors.together('--pcap -', plain ? '--plain' : '--json'));
  const seed = given.seed === undefined ? newSeed() : readSeed('--seed', given.seed, 'alone');
  const forScenario = Object.keys(given).filter((option) => !(sandbox && ['sandbox', 'seed'].includes(option)));
  if (named === null && forScenario.length > 0) throw usage(errors.noScenarioNamed);
  const changed = named === null ? null : await askedScenario(named, given);
  if (sandbox) {
    const scenario = changed?.scenario ?? null;
    return showScreen(() => ({ screen: 'sandbox', scenario, seed }), 'seqack simulate NAME --plain', globals);
  }

  if (changed === null || !(plain || json || capture !== null)) {
    const run = changed === null ? null : { scenario: changed.scenario, seed };
    return showScreen(() => ({ screen: 'watch', run }), 'seqack simulate NAME --plain', globals);
  }
  const { scenario, changes } = changed;
  const trace = simulate(scenario, seed);
  const about = simulated(scenario.name, trace.seed, trace.profile, changes);
  const written = capture === null ? 0 : await writeCapture(trace, capture);
  if (json) {
    const conventions = await conventionsOf(scenario);
    await print(`${JSON.stringify(traceJson(trace, { changes, conventions }), null, 2)}\n`);
  } else if (plain) {
    const width = Math.max(40, process.stdout.columns || 80);
    const language = reportLanguage(globals);
    const heading = `${scenario.title[language]}\n${about[language]}`;
    const ladder = plainLadder(trace, { width, language, numbers, ascii: globals.ascii });
    await print(`${heading}\n\n${ladder.trimEnd()}\n`);
  } else if (capture !== null && !capture.toOutput) {
    const language = reportLanguage(globals);
    await print(`${about[language]}: ${captured(written, capture.at, capture.file)[language]}\n`);
  }
  return 0;
}

/** The scenario named, with what the options change of it; what reads them is loaded only for them. */
async function askedScenario(named: string, given: SimulateOptions) {
  const scenario = await findScenario(named);
  if (given.profile === undefined && given.set === undefined && given.loss === undefined) {
    return { scenario, changes: [] };
  }
  return (await import('../scenario-changes.ts')).changedScenario(scenario, given);
}

/** What both ends do otherwise than the profile; loaded only for JSON, as in `askedScenario`. */
async function conventionsOf(scenario: Scenario): Promise<TraceJson['conventions']> {
  const { namedDifferences } = await import('../../simulator/convention-keys.ts');
  const of = (end: Scenario['client']) => namedDifferences(conventionsFor(scenario, end), PROFILES[scenario.profile]);
  return { client: of(scenario.client), server: of(scenario.server) };
}

/** `seqack simulate --conventions`: the names that --set and scenario files take. */
async function listConventions(named: string | null, given: SimulateOptions, globals: Globals): Promise<number> {
  if (named !== null || Object.keys(given).length > 1) throw usage(errors.alone('--conventions'));
  const { conventionTable } = await import('../convention-table.ts');
  await printLines(conventionTable(reportLanguage(globals)));
  return 0;
}
