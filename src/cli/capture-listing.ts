import type { ConversationSummary } from '../captures/analysis/conversation.ts';
import type { CaptureSurvey } from '../captures/survey/capture-survey.ts';
import type { Language } from '../language.ts';
import { factLines } from '../ui/layout/capture-facts.ts';
import { conversationFacts } from '../ui/layout/conversation-facts.ts';
import { lineText, wrapText } from '../ui/layout/line.ts';

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

function wrapped(text: string, { width }: ListingStyle, indent: number): string[] {
  return wrapText(text, Math.max(20, width - indent)).map((spans) => `${' '.repeat(indent)}${lineText(spans)}`);
}
