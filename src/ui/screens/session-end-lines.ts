import type { Return, Rise, RuleMet, SessionSummary } from '../../learning/sessions/session-summary.ts';
import { BLANK, type Line, line, lineCells, span, spread, wrap, wrapText } from '../layout/line.ts';
import type { Words } from '../text/en.ts';
import { timeOfDay } from '../text/format.ts';
import type { Glyphs } from '../theme.ts';

/** How the end of a session is told. */
export interface SessionEndStyle {
  readonly width: number;
  readonly words: Words;
  readonly glyphs: Glyphs;
  /** What a skill is called, by id. */
  readonly titleOf: (skill: string) => string;
  /** What a wrong rule is called, by id; null when this version does not know it. */
  readonly ruleName: (rule: string) => string | null;
}

/** What is told of something, at the right edge of its line; read aloud after it, and nothing is cut. */
export function listed(what: Line, about: Line, { width, glyphs }: Pick<SessionEndStyle, 'width' | 'glyphs'>): Line[] {
  if (glyphs.drawing !== 'spoken') return [spread(what, about, width, glyphs.ellipsis)];
  return wrap([...what, span('; '), ...about], width, 2);
}

/** Skills listed at most: the end of a session is to be seen at a glance. */
const MOST_RISES = 5;
const MOST_RULES = 3;

/** What was learned: the skills that stand better, and how much was met for the first time. Nothing when neither. */
export function learnedLines({ risen, met }: SessionSummary, style: SessionEndStyle): Line[] {
  const { words, glyphs } = style;
  const { sessionEnd } = words;
  if (risen.length === 0 && met.length === 0) return [];
  return [
    BLANK,
    line(sessionEnd.learned, 'strong'),
    ...risen.slice(0, MOST_RISES).flatMap((rise) => riseLines(rise, style)),
    ...(risen.length > MOST_RISES ? [line(`  ${sessionEnd.andMore(risen.length - MOST_RISES)}`, 'muted')] : []),
    ...(met.length > 0 ? [line(`${glyphs.bullet} ${sessionEnd.met(met.length)}`)] : []),
  ];
}

function riseLines({ skill, from, to }: Rise, style: SessionEndStyle): Line[] {
  const { words, glyphs, titleOf } = style;
  const { states } = words.skills;
  const standing = words.sessionEnd.rise(states[from], states[to]);
  const known = to === 'strong';
  const sign = known && glyphs.drawing !== 'spoken' ? glyphs.right : glyphs.bullet;
  return listed(
    [span(`${sign} `, known ? 'good' : 'plain'), span(titleOf(skill))],
    line(standing, known ? 'good' : 'muted'),
    style,
  );
}

/** Concepts that are known better, and how much was met for the first time. Nothing when neither. */
export function gainLines(
  { gains, met }: SessionSummary,
  conceptOf: (module: string) => string,
  style: SessionEndStyle,
): Line[] {
  const { words, glyphs } = style;
  const { sessionEnd, shell } = words;
  if (gains.length === 0 && met.length === 0) return [];
  return [
    BLANK,
    line(sessionEnd.learned, 'strong'),
    ...gains
      .slice(0, MOST_RISES)
      .flatMap(({ module, from, to }) =>
        listed(
          [span(`${glyphs.bullet} `), span(conceptOf(module))],
          line(sessionEnd.gain(shell.percent(from), shell.percent(to)), 'good'),
          style,
        ),
      ),
    ...(gains.length > MOST_RISES ? [line(`  ${sessionEnd.andMore(gains.length - MOST_RISES)}`, 'muted')] : []),
    ...(met.length > 0 ? [line(`${glyphs.bullet} ${sessionEnd.met(met.length)}`)] : []),
  ];
}

/** The wrong rules followed, and whether that was put right within the session. */
export function ruleLines(rules: readonly RuleMet[], style: SessionEndStyle): Line[] {
  const { words, ruleName } = style;
  const { sessionEnd } = words;
  const named = rules.flatMap((met) => {
    const name = ruleName(met.rule);
    return name === null ? [] : [{ ...met, name }];
  });
  if (named.length === 0) return [];
  return [
    BLANK,
    line(sessionEnd.rules, 'strong'),
    ...named
      .slice(0, MOST_RULES)
      .flatMap(({ times, corrected, name }) =>
        listed(
          [span(`${sessionEnd.times(times)}  `, 'warn'), span(name)],
          line(corrected ? sessionEnd.corrected : sessionEnd.open, corrected ? 'good' : 'warn'),
          style,
        ),
      ),
    ...(named.length > MOST_RULES ? [line(`  ${sessionEnd.andMore(named.length - MOST_RULES)}`, 'muted')] : []),
  ];
}

/** What comes back when, as one sentence under its heading. */
export function backLines(back: Return, { words, width }: SessionEndStyle): Line[] {
  const text = backText(back, words) ?? words.sessionEnd.nothingBack;
  return [BLANK, line(words.sessionEnd.back, 'strong'), ...wrapText(text, width)];
}

/** What comes back when, as part of a sentence; null when nothing does within a week. */
export function backText({ now, nextAt, today, tomorrow, week }: Return, { sessionEnd }: Words): string | null {
  const parts = [
    ...(now > 0 ? [sessionEnd.now(now)] : []),
    ...(nextAt === null ? [] : [sessionEnd.today(today, timeOfDay(nextAt))]),
    ...(tomorrow > 0 ? [sessionEnd.tomorrow(tomorrow)] : []),
    ...(week > 0 ? [sessionEnd.week(week)] : []),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}

/** What to do next, with its key. */
export function nextLine(step: string, { words, width }: SessionEndStyle): Line[] {
  const head = `${words.sessionEnd.next} `;
  return [BLANK, ...wrapText(head + step, width, 'accent', Math.min(4, lineCells(line(head))))];
}
