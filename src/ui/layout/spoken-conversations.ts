import type { ConversationSummary } from '../../captures/analysis/conversation.ts';
import { troublesOf } from '../../captures/survey/trouble.ts';
import type { Language, Text } from '../../language.ts';
import { captureScreens } from '../text/capture-screens.ts';
import { endingWord, findings, lengthText, captures as words } from '../text/captures.ts';
import { bytesOf, segmentsOf } from './conversation-columns.ts';
import { listed } from './conversation-facts.ts';
import { type Line, line, span, wrap } from './line.ts';

/** A conversation in a sentence: no column tells by its place what it holds, and nothing is cut. */
export function spokenConversation(summary: ConversationSummary): Text {
  const { number, hosts, begins, ends, firstMs, lastMs } = summary;
  const told = listed([
    captureScreens.fromTo(hosts.client, hosts.server),
    words.counts(segmentsOf(summary), lengthText(lastMs - firstMs)),
    captureScreens.data(bytesOf(summary)),
    endingWord(begins, ends),
    ...troublesOf(summary).map(({ kind, count }) => findings[kind](count)),
  ]);
  return { ko: `${number}. ${told.ko}`, en: `${number}. ${told.en}` };
}

/** Lines after the first of a conversation stand so far in: where the next one begins is heard, and seen. */
const INDENT = 4;

/** A list read aloud: some conversations, and how many there are before and after them. */
export function spokenConversations(
  conversations: readonly ConversationSummary[],
  { before, after }: { readonly before: number; readonly after: number },
  chosen: ConversationSummary | undefined,
  { language, pointer, width }: { readonly language: Language; readonly pointer: string; readonly width: number },
): Line[] {
  const more = (text: Text) => line(text[language], 'muted');
  return [
    ...(before === 0 ? [] : [more(captureScreens.moreBefore(before))]),
    ...conversations.flatMap((summary) => {
      const text = spokenConversation(summary)[language];
      if (summary !== chosen) return wrap(line(text), width, INDENT);
      return wrap([span(`${pointer} ${text}`, 'selected')], width, INDENT);
    }),
    ...(after === 0 ? [] : [more(captureScreens.moreAfter(after))]),
  ];
}
