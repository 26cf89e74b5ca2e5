import { modules } from 'seqack:content';
import type { Language } from '../language.ts';
import type { LearnerState } from '../learning/account/state.ts';
import type { Catalogue } from '../learning/catalogue.ts';
import { catalogueOf } from '../learning/catalogue.ts';
import { deckNotices } from '../learning/decks/deck-notices.ts';
import type { ScheduleOptions } from '../learning/schedule/schedule.ts';
import type { Teachers } from '../ui/item-title.ts';
import { scheduleOptions } from '../ui/schedule-options.ts';
import { decksAtStart } from './decks-at-start.ts';
import { usage } from './failure.ts';
import type { Globals } from './globals.ts';
import { openOwnSettings, openRecord, tellProblems } from './record.ts';
import { errors } from './text/errors.ts';

/** --plain and --json of a report. */
export interface ReportOptions {
  readonly plain?: true;
  readonly json?: true;
}

/** What a report is made from. */
export interface ReportSource {
  readonly form: 'plain' | 'json';
  readonly language: Language;
  readonly state: LearnerState;
  readonly now: number;
  readonly catalogue: Catalogue;
  readonly teachers: Teachers;
  readonly options: ScheduleOptions;
}

/** Opens the record for a report; what is wrong with it goes to standard error. */
export async function openReport({ plain, json }: ReportOptions, globals: Globals): Promise<ReportSource> {
  if (plain && json) throw usage(errors.together('--plain', '--json'));
  const own = openOwnSettings(globals);
  const { settings, language } = own;
  const store = openRecord(globals, own);
  const decks = await decksAtStart(globals, false);
  tellProblems(language, settings, store, { problems: deckNotices(decks) });
  store.rest();
  return {
    form: json ? 'json' : 'plain',
    language,
    teachers: { modules, decks },
    state: store.state,
    now: Date.now(),
    catalogue: catalogueOf(modules, decks.decks),
    options: scheduleOptions(settings.get()),
  };
}
