import { quoted } from '../../documents/problem.ts';
import type { Text } from '../../language.ts';
import { count, grouped } from '../../ui/text/format.ts';

/** What `seqack questions --capture` says beside the questions. */
export const capturedQuestions = {
  nothingToAsk: {
    en: 'Nothing can be asked about this capture that its segments settle. Other skills, or another conversation, may do: see seqack capture FILE --plain',
    ko: '이 캡처의 세그먼트만으로 답이 정해지는 문제를 만들 수 없습니다. 다른 문제 유형이나 다른 대화를 지정해 보세요. 참고: seqack capture FILE --plain',
  } satisfies Text,
  fewer: (made: number, asked: number): Text => ({
    en: `The capture has no more to ask about: ${count(made, 'question', 'questions')} instead of ${grouped(asked)}.`,
    ko: `이 캡처로 만들 수 있는 문제가 더 없어 ${grouped(asked)}개 가운데 ${grouped(made)}개만 만들었습니다.`,
  }),
  notHeld: (held: number, all: number): Text => ({
    en: `Questions are about the first ${grouped(held)} of ${grouped(all)} conversations; --conversation N asks about another.`,
    ko: `대화 ${grouped(all)}개 가운데 앞의 ${grouped(held)}개로만 문제를 만듭니다. 다른 대화는 --conversation N으로 지정하세요.`,
  }),
  longest: (asked: number, all: number): Text => ({
    en: `Questions are about the ${grouped(asked)} longest of ${grouped(all)} conversations; --conversation N asks about another.`,
    ko: `대화 ${grouped(all)}개 가운데 가장 긴 ${grouped(asked)}개로만 문제를 만듭니다. 다른 대화는 --conversation N으로 지정하세요.`,
  }),
  tooLong: (conversations: number, most: number): Text => ({
    en: `Of ${count(conversations, 'conversation', 'conversations')} only the first ${grouped(most)} segments are asked about.`,
    ko: `대화 ${grouped(conversations)}개는 너무 길어 앞의 세그먼트 ${grouped(most)}개로만 문제를 만듭니다.`,
  }),
  notOfThis: (name: string): Text => ({
    en: `"${quoted(name)}" is no question on this capture: it belongs to another file or conversation, or was told with another --at.`,
    ko: `이 캡처의 문제가 아닙니다: "${quoted(name)}". 다른 파일이나 다른 대화의 문제이거나, --at을 다르게 지정하고 만든 문제입니다.`,
  }),
} as const;
