import type { InterviewQuestion, Module, Point } from '../../curriculum/module.ts';
import type { Language, Text } from '../../language.ts';
import type { LearnerState } from '../../learning/account/state.ts';
import { cardItem } from '../../learning/catalogue.ts';
import type { Settings } from '../../learning/settings.ts';
import { cardStanding } from '../card-standing.ts';
import { marked, READING_WIDTH } from '../layout/lesson.ts';
import { BLANK, type Line, line, span, wrapText } from '../layout/line.ts';
import type { Words } from '../text/en.ts';
import { type Glyphs, listSign } from '../theme.ts';

/** The parts of a concept besides its lesson, set in lines of at most `width` cells. */

/** What to remember, numbered. */
export function pointLines({ keyPoints }: Module, language: Language, width: number): Line[] {
  const room = Math.min(width, READING_WIDTH) - 4;
  return keyPoints.flatMap((point, at) => [
    ...marked(`${at + 1}. `.padEnd(4), wrapText(point[language], room)),
    ...(at === keyPoints.length - 1 ? [] : [BLANK]),
  ]);
}

/** The sections of the RFCs to read, and what stands there. */
export function rfcLines({ rfc }: Module, language: Language, width: number): Line[] {
  const room = Math.min(width, READING_WIDTH) - 2;
  return rfc.flatMap(({ section, about }) => [line(section, 'code'), ...marked('  ', wrapText(about[language], room))]);
}

/** A question of an interview, and when revealed what a good answer holds. */
export function interviewLines(
  { question, expected, precise, mustHave, bonus, traps, followUps, rfc }: InterviewQuestion,
  revealed: boolean,
  language: Language,
  words: Words['module'],
  width: number,
  glyphs: Glyphs,
): Line[] {
  const room = Math.min(width, READING_WIDTH);
  const text = (one: Text) => one[language];
  const asked = wrapText(text(question), room, 'strong');
  if (!revealed) return [...asked, BLANK, ...wrapText(words.answerFirst, room, 'muted')];
  const section = (title: string, lines: readonly Line[]): Line[] =>
    lines.length === 0 ? [] : [BLANK, line(title, 'accent'), ...lines];
  const list = (mark: string, points: readonly Point[]) =>
    points.flatMap((one) => marked(`${listSign(glyphs, mark)} `, wrapText(text(one.text), room - 2)));
  return [
    ...asked,
    ...section(words.expected, wrapText(text(expected), room)),
    ...section(words.precise, wrapText(text(precise), room)),
    ...section(words.mustHave, list(glyphs.right, mustHave)),
    ...section(words.bonus, list('+', bonus)),
    ...section(words.traps, list(glyphs.wrong, traps)),
    ...section(
      words.followUps,
      followUps.flatMap((one) => [
        ...marked(`${glyphs.bullet} `, wrapText(text(one.question), room - 2, 'strong')),
        ...marked('  ', wrapText(text(one.answer), room - 2)),
      ]),
    ),
    BLANK,
    line(rfc.join(', '), 'muted'),
  ];
}

/** The fronts of the cards, each with when it comes back, and first how to be asked them. */
export function cardLines(
  { id, cards }: Module,
  state: LearnerState,
  now: number,
  settings: Settings,
  language: Language,
  words: Words,
  width: number,
  glyphs: Glyphs,
): Line[] {
  const room = Math.min(width, READING_WIDTH) - 2;
  if (cards.length === 0) return [];
  const listed = cards.flatMap((card) => {
    const standing = cardStanding(cardItem(id, card.id), state, now, settings, words);
    return [...marked(`${glyphs.bullet} `, wrapText(card.front[language], room)), [span('  '), standing]];
  });
  return [...wrapText(words.module.cardsAbout, room, 'muted'), BLANK, ...listed];
}
