import type { CapturedTrace } from '../captures/trace/captured-trace.ts';
import { capturedTrace, MOST_SEGMENTS, plainName } from '../captures/trace/conversation-trace.ts';
import { digestOf } from '../captures/trace/digest.ts';
import { type HeldConversation, HeldConversations } from '../captures/trace/held-conversations.ts';
import type { Language, Text } from '../language.ts';
import { makeQuestionOn } from '../questions/captured/make-on.ts';
import { questionsOn } from '../questions/captured/questions-on.ts';
import { skillById } from '../questions/catalogue.ts';
import { parseCapturedSeed, parseQuestionName } from '../questions/name.ts';
import type { Question } from '../questions/question.ts';
import type { Skill } from '../questions/skill.ts';
import type { HostName } from '../trace/trace.ts';
import { captures as words } from '../ui/text/captures.ts';
import { toldShortfall } from './capture-asked.ts';
import { readCapture } from './capture-reading.ts';
import { Failure } from './failure.ts';
import { capturedQuestions as text } from './text/captured-questions.ts';

/** What is asked of a capture: questions by their names, or some of these skills. */
export type CaptureQuestions =
  | { readonly names: readonly string[] }
  | {
      readonly names: null;
      readonly skills: readonly Skill[];
      readonly count: number;
      readonly seed: string;
      readonly numbers: CapturedTrace['numbers'];
    };

export interface CaptureSource {
  /** null: standard input. */
  readonly path: string | null;
  /** As it was typed. */
  readonly name: string;
  /** The end at which it was captured, where a person knows; null: what the times tell. */
  readonly at: HostName | null;
  /** Only this conversation; null: all. */
  readonly conversation: number | null;
  readonly language: Language;
}

/** Each skill looks at all of them for something to ask, when they have little to offer: more would take many seconds. */
const MOST_ASKED = 2000;

export interface PosedQuestions {
  readonly questions: readonly Question[];
  /** The file's name without its folder and without control characters. */
  readonly file: string;
  /** 1 when the file could not be read to its end. */
  readonly exitCode: 0 | 1;
}

/**
 * The questions that a capture file is to be asked. What was left out, and why there are fewer, is said on standard error.
 * Throws a Failure when there is none to ask.
 */
export async function questionsOfCapture(source: CaptureSource, asked: CaptureQuestions): Promise<PosedQuestions> {
  const { path, name, at, conversation, language } = source;
  const held = new HeldConversations(conversation === null ? {} : { only: conversation });
  const run = await readCapture({
    path,
    at,
    language,
    onSegment: (placed) => held.add(placed),
    keepsHeaders: true,
  });
  const { survey } = run;
  const summaries = survey.conversations();
  if (conversation !== null && summaries[conversation - 1] === undefined) {
    throw new Failure(1, words.noConversation(conversation, summaries.length));
  }
  const conversations = held.of(summaries);
  const epochMs = survey.tally.epochMs ?? 0;
  const traceOf = ({ segments, summary }: HeldConversation, numbers: CapturedTrace['numbers']): CapturedTrace =>
    capturedTrace(segments, summary, { file: name, numbers, epochMs });
  const tell = (told: Text): void => void process.stderr.write(`seqack: ${told[language]}\n`);
  if (conversation === null && conversations.length < summaries.length + survey.forgotten) {
    tell(text.notHeld(conversations.length, summaries.length + survey.forgotten));
  }
  const long = conversations.filter(({ summary }) => segmentsIn(summary) > MOST_SEGMENTS);
  if (long.length > 0) tell(text.tooLong(long.length, MOST_SEGMENTS));

  const worth = asked.names === null ? longest(conversations, MOST_ASKED) : conversations;
  if (worth.length < conversations.length) tell(text.longest(worth.length, conversations.length));
  const questions =
    asked.names === null
      ? questionsOn(
          worth.map((one) => () => traceOf(one, asked.numbers)),
          asked,
        )
      : asked.names.map((named) => questionNamed(named, conversations, traceOf));
  if (questions.length === 0) throw new Failure(1, text.nothingToAsk);
  if (asked.names === null && questions.length < asked.count) tell(text.fewer(questions.length, asked.count));
  return { questions, file: plainName(name), exitCode: toldShortfall(run, { name, language }) };
}

function questionNamed(
  name: string,
  conversations: readonly HeldConversation[],
  traceOf: (one: HeldConversation, numbers: CapturedTrace['numbers']) => CapturedTrace,
): Question {
  const { skill: id, seed } = parseQuestionName(name);
  const skill = skillById(id);
  const captured = parseCapturedSeed(seed);
  const conversation = conversations.find(
    ({ segments }) => captured !== null && digestOf(segments.slice(0, MOST_SEGMENTS)) === captured.digest,
  );
  if (skill === null || captured === null || conversation === undefined) throw new Failure(1, text.notOfThis(name));
  const question = makeQuestionOn(traceOf(conversation, captured.numbers), skill, captured.seed);
  if (question === null) throw new Failure(1, text.notOfThis(name));
  return question;
}

/** Those with the most segments, in the order of their numbers: of a scan, what is no mere SYN. */
function longest(conversations: readonly HeldConversation[], most: number): readonly HeldConversation[] {
  if (conversations.length <= most) return conversations;
  const chosen = [...conversations].sort((a, b) => segmentsIn(b.summary) - segmentsIn(a.summary)).slice(0, most);
  return chosen.sort((a, b) => a.summary.number - b.summary.number);
}

function segmentsIn({ sides }: HeldConversation['summary']): number {
  return sides.client.segments + sides.server.segments;
}
