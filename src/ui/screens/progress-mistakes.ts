import type { RuleTrend, WrongRule } from '../../learning/progress/wrong-rules.ts';
import type { MenuRow } from '../components/menu.tsx';
import { type Line, span } from '../layout/line.ts';
import { padStart } from '../layout/width.ts';
import type { Glyphs, StyleName } from '../theme.ts';
import { type ProgressView, said, section, sections } from './progress-view.ts';

const STYLES: Readonly<Record<RuleTrend, StyleName>> = {
  fading: 'good',
  growing: 'bad',
  steady: 'plain',
  'too-few': 'muted',
};

/** The wrong rules that this version knows, by name. */
export function namedRules({
  progress,
  rule,
}: ProgressView): readonly { readonly of: WrongRule; readonly name: string }[] {
  return progress.wrongRules.flatMap((of) => {
    const name = rule(of.rule);
    return name === null ? [] : [{ of, name }];
  });
}

/** A row for each, to be chosen from: how often, what, and where it is going. */
export function mistakeRows(view: ProgressView): MenuRow[] {
  const { progress: own } = view.words;
  return namedRules(view).map(({ of: { rule, count, trend }, name }): MenuRow => {
    const sign = signOf(trend, view.glyphs);
    return {
      kind: 'item',
      key: rule,
      lead: [span(padStart(own.times(count), 9), 'warn'), span('  ')],
      label: name,
      note: [span(`${sign === '' ? '' : `${sign} `}${own.trends[trend]}`, STYLES[trend])],
    };
  });
}

/** What the trend of a rule rests on. */
export function mistakeDetail(view: ProgressView, { recent, recentRate, before, beforeRate }: WrongRule): Line[] {
  return said(view, view.words.progress.ruleRates(recent, recentRate, before, beforeRate), 'muted');
}

/** All of it in sentences. */
export function mistakeLines(view: ProgressView): Line[] {
  const { progress: own } = view.words;
  const named = namedRules(view);
  const told = named.flatMap(({ of, name }) => [
    ...said(view, own.ruleSaid(name, of.count, own.trends[of.trend])),
    ...mistakeDetail(view, of).map((spans) => [span('  '), ...spans]),
  ]);
  return sections(section(own.rules, named.length === 0 ? said(view, own.noRules, 'muted') : told));
}

function signOf(trend: RuleTrend, { fading, growing, steady }: Glyphs): string {
  return { fading, growing, steady, 'too-few': '' }[trend];
}
