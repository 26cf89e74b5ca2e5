import type { ConversationSummary } from '../captures/analysis/conversation.ts';
import type { CaptureSurvey } from '../captures/survey/capture-survey.ts';
import type { Language } from '../language.ts';
import { factLines } from '../ui/layout/capture-facts.ts';
import { conversationFacts } from '../ui/layout/conversation-facts.ts';
import { lineText, wrapText } from '../ui/layout/line.ts';
import { cells } from '../ui/layout/width.ts';

export interface ListingStyle {
  readonly width: number;
  readonly language: Language;
  readonly ascii: boolean;
}

/** What a file holds, a line or two. */
export function fileLines(survey: CaptureSurvey, conversations: number, style: ListingStyle): string[] {
  return factLines(survey, conversations).flatMap((fact) => wrapped(fact[style.language], style, 0));
}

/** One conversation: who, how much, how it went, what went wrong. */
export function conversationLines(summary: ConversationSummary, style: ListingStyle): string[] {
  const { language, ascii } = style;
  const { ends, facts, troubles } = conversationFacts(summary, ascii ? '->' : '→');
  const number = `${summary.number}`.padStart(NUMBER);
  const indent = NUMBER + 2;
  const [first = '', ...rest] = wrapped(ends, style, indent);
  return [
    `${number}  ${first.trimStart()}`,
    ...rest,
    ...facts.flatMap((fact) => wrapped(fact[language], style, indent)),
    ...(troubles === null ? [] : wrapped(`! ${troubles[language]}`, style, indent)),
  ];
}

/** Columns for a conversation's number. */
const NUMBER = 4;

/** What wrapping would change besides breaking lines. */
const OTHER_SPACES = /^ | {2}| $|[^\S ]/;

function wrapped(text: string, { width }: ListingStyle, indent: number): string[] {
  const room = Math.max(20, width - indent);
  const before = ' '.repeat(indent);
  // Most lines fit, and of a scan there are half a million.
  if (!OTHER_SPACES.test(text) && cells(text) <= room) return [before + text];
  return wrapText(text, room).map((spans) => before + lineText(spans));
}
