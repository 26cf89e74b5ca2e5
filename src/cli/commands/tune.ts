import type { Language, Text } from '../../language.ts';
import { dataFolder } from '../../learning/folders.ts';
import { openLog } from '../../learning/log/log.ts';
import { lineProblems } from '../../learning/log/log-problem.ts';
import type { Weights } from '../../learning/memory/fsrs.ts';
import type { SettingsStore } from '../../learning/settings.ts';
import { localStudyDays } from '../../learning/study-day.ts';
import { collectReviews, type ReviewsByItem } from '../../learning/tuning/graded-reviews.ts';
import { type Fitter, tune } from '../../learning/tuning/tune.ts';
import { Failure, usage } from '../failure.ts';
import type { Globals } from '../globals.ts';
import { print, printLines } from '../output.ts';
import { progressLine } from '../progress-line.ts';
import { readingProgress } from '../reading-progress.ts';
import { openOwnSettings, tellProblems } from '../record.ts';
import type { ReportOptions } from '../report.ts';
import { errors } from '../text/errors.ts';
import { tune as text } from '../text/tune.ts';
import { type TuningOutcome, tuningJson, tuningLines } from '../tune-report.ts';
import { loadFitter } from '../weight-fitter.ts';

export interface TuneOptions extends ReportOptions {
  readonly dryRun?: true;
  readonly reset?: true;
}

/**
 * `seqack tune`: fits FSRS's weights to the learner's own reviews and keeps them when they foresee the newest reviews
 * better than those in force. With --dry-run it only says so; with --reset the defaults hold again.
 */
export async function tuneCommand(given: TuneOptions, globals: Globals): Promise<number> {
  const { plain, json, dryRun, reset } = given;
  if (plain && json) throw usage(errors.together('--plain', '--json'));
  if (dryRun && reset) throw usage(errors.together('--dry-run', '--reset'));
  const { settings, language } = openOwnSettings(globals);
  tellProblems(language, settings);
  const say = (words: Text): string => words[language];
  const before = settings.get().weights;
  if (reset) {
    if (before !== null) await save(settings, null);
    if (json) await printJson('reset', { weights: { before, inForce: null } });
    else await printLines([say(before === null ? text.alreadyDefault : text.reset)]);
    return 0;
  }

  const reviews = readReviews(globals, language);
  const progress = progressLine();
  // Whoever has too few reviews need not have the optimiser: it is loaded when there is something to fit.
  const fitter: Fitter = async (items) => {
    const optimise = await loadFitter((done) => progress.show(say(text.fitting(done))));
    return optimise(items);
  };
  const tuning = await tune(reviews, before, fitter).finally(progress.end);
  if (tuning.kind === 'unusable') throw new Failure(1, text.failed('no usable weights'));
  if (tuning.kind === 'too-few') {
    const { later, missing } = tuning;
    if (json) await printJson('too-few', { reviews: { later, missing }, weights: { before, inForce: before } });
    else await printLines([say(text.tooFew(later, missing))]);
    return 0;
  }
  const outcome = tuning.kind === 'not-better' ? 'not-better' : dryRun ? 'would-keep' : 'kept';
  if (outcome === 'kept') await save(settings, tuning.after);
  const report = { tuning, items: reviews.size, goal: settings.get().retention, outcome } as const;
  if (json) await printJson(outcome, tuningJson(report));
  else await printLines(tuningLines(report, say));
  return 0;
}

/** The learner's graded reviews; what is wrong with the log goes to standard error. Throws when it cannot be read. */
function readReviews(globals: Globals, language: Language): ReviewsByItem {
  const log = openLog(dataFolder(globals.data ?? undefined, process.env));
  const collector = collectReviews();
  const problem = log.read((events) => {
    for (const event of events) collector.add(event);
  }, readingProgress(language));
  if (problem !== null) throw new Failure(1, problem.text);
  tellProblems(language, { problems: lineProblems(log.faults, log.beside) });
  return collector.reviews(localStudyDays, Date.now());
}

/** Saves the weights; throws with the reason when they could not be. */
async function save(settings: SettingsStore, weights: Weights): Promise<void> {
  const known = settings.problems.length;
  settings.set({ weights });
  await settings.saved();
  const problem = settings.problems.at(-1);
  if (problem !== undefined && settings.problems.length > known) throw new Failure(1, problem);
}

function printJson(outcome: TuningOutcome | 'too-few' | 'reset', report: object): Promise<void> {
  return print(`${JSON.stringify({ version: 1, outcome, ...report }, null, 2)}\n`);
}
