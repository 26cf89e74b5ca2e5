import type { Scenario } from '../../simulator/scenario.ts';
import { simulate } from '../../simulator/simulate.ts';
import { traceJson } from '../../trace/json.ts';
import { plainLadder } from '../../trace/plain.ts';
import { type CaptureExportOptions, readCaptureExport, writeCapture } from '../capture-export.ts';
import { usage } from '../failure.ts';
import type { Globals } from '../globals.ts';
import { print } from '../output.ts';
import { reportLanguage } from '../report-language.ts';
import { findScenario } from '../scenario-source.ts';
import { showScreen } from '../screen.ts';
import { newSeed } from '../seed.ts';
import { errors } from '../text/errors.ts';
import { captured, simulated } from '../text/reports.ts';
import { readSeed, readWord } from '../values.ts';

export interface SimulateOptions extends CaptureExportOptions {
  readonly plain?: true;
  readonly json?: true;
  readonly seed?: string;
  readonly profile?: string;
  readonly numbers?: string;
}

/**
 * `seqack simulate [NAME|FILE]`: a scenario live on the screen, as a plain ladder, as JSON (docs/formats.md), or as a
 * capture; a ladder or JSON and a capture of the same run too.
 */
export async function simulateCommand(named: string | null, given: SimulateOptions, globals: Globals): Promise<number> {
  const { plain = false, json = false } = given;
  if (plain && json) throw usage(errors.together('--plain', '--json'));
  if (given.numbers !== undefined && !plain) throw usage(errors.onlyWith('--numbers', '--plain'));
  const numbers = readWord('--numbers', given.numbers ?? 'absolute', ['absolute', 'relative']);
  const capture = readCaptureExport(given);
  if (capture?.toOutput && (plain || json)) throw usage(errors.together('--pcap -', plain ? '--plain' : '--json'));
  const seed = given.seed === undefined ? newSeed() : readSeed('--seed', given.seed, 'alone');
  if (named === null && Object.keys(given).length > 0) throw usage(errors.noScenarioNamed);
  const scenario = named === null ? null : withProfile(await findScenario(named), given.profile);

  if (scenario === null || !(plain || json || capture !== null)) {
    const run = scenario === null ? null : { scenario, seed };
    return showScreen(() => ({ screen: 'watch', run }), 'seqack simulate NAME --plain', globals);
  }
  const trace = simulate(scenario, seed);
  const about = simulated(scenario.name, trace.seed, trace.profile);
  const written = capture === null ? 0 : await writeCapture(trace, capture);
  if (json) {
    await print(`${JSON.stringify(traceJson(trace), null, 2)}\n`);
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

function withProfile(scenario: Scenario, typed: string | undefined): Scenario {
  return typed === undefined
    ? scenario
    : { ...scenario, profile: readWord('--profile', typed, ['rfc', 'linux', 'textbook']) };
}
