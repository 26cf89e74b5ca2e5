import type { ConversationSummary } from '../../src/captures/analysis/conversation.ts';
import { findingLabel } from '../../src/captures/analysis/finding-words.ts';
import { NotACapture } from '../../src/captures/file/capture-tally.ts';
import type { CapturedSegment } from '../../src/captures/packet/captured-segment.ts';
import { CaptureSurvey } from '../../src/captures/survey/capture-survey.ts';
import type { PlacedSegment } from '../../src/captures/survey/placed-segment.ts';
import type { CapturedTrace } from '../../src/captures/trace/captured-trace.ts';
import { capturedTrace } from '../../src/captures/trace/conversation-trace.ts';
import { HeldConversations } from '../../src/captures/trace/held-conversations.ts';
import { conversationJson, fileJson, segmentJson } from '../../src/cli/capture-json.ts';
import { conversationLines, fileLines } from '../../src/cli/capture-listing.ts';
import type { Language } from '../../src/language.ts';
import { questionsOn } from '../../src/questions/captured/questions-on.ts';
import { skills } from '../../src/questions/catalogue.ts';
import type { Random } from '../../src/simulator/random.ts';
import { plainLadder } from '../../src/trace/plain.ts';
import { captures as words } from '../../src/ui/text/captures.ts';

export type Outcome = 'whole' | 'partial' | 'no capture';

export interface Fuzzed {
  readonly outcome: Outcome;
  readonly frames: number;
  readonly segments: number;
  readonly conversations: number;
  /** Whether it was drawn and printed, and questions asked of it. */
  readonly drawn: boolean;
  readonly questions: number;
  readonly ms: number;
}

/** The longest that one file may take, of processor time: the clock counts what else the machine does. */
const MOST_MS = 1000;

/** Shares of the files of which a conversation is drawn and everything printed, and of which questions are asked. */
const DRAWN = 1 / 32;
const ASKED = 1 / 128;

/**
 * Reads and analyses a file in random pieces, now and then shows and asks all that the program can of it, and holds what comes
 * of it against what must be true of any file. Throws where it is not.
 */
export function fuzzed(file: Uint8Array, random: Random): Fuzzed {
  const before = process.cpuUsage();
  const checker = new Checker();
  const held = new HeldConversations();
  const lines: string[] = [];
  const drawn = random.chance(DRAWN);
  const survey = new CaptureSurvey({
    at: null,
    onSegment: (placed) => {
      checker.segment(placed);
      held.add(placed);
      if (drawn) lines.push(segmentJson(placed));
    },
  });
  let outcome: Outcome = 'whole';
  try {
    for (const bytes of pieces(file, random)) survey.push({ bytes, compressed: false, damage: null });
    survey.end();
    if (survey.shortfall !== null) {
      outcome = 'partial';
      const { offset, frames } = survey.shortfall;
      must(Number.isInteger(offset) && offset >= 0 && offset < file.length, 'offset in the file');
      must(frames === survey.tally.frames, 'as many frames in the problem as in the tally');
      for (const text of Object.values(words.damaged(survey.shortfall))) printable(text);
    }
  } catch (error) {
    if (!(error instanceof NotACapture)) throw error;
    outcome = 'no capture';
    must(error.offset >= 0 && error.offset <= file.length, 'offset in the file');
    for (const text of Object.values(error.text)) printable(text);
  }
  const { frames, segments, passedOver, bytes } = survey.tally;
  const passed = Object.values(passedOver).reduce((sum, count) => sum + count, 0);
  must(frames * 12 <= file.length, 'no more frames than the bytes allow');
  must(segments === checker.segments && segments + passed <= frames, 'each frame counted once');
  must(bytes === file.length || outcome === 'no capture', 'all bytes counted');
  const summaries = survey.conversations();
  const inSummaries = summaries.reduce((sum, { sides }) => sum + sides.client.segments + sides.server.segments, 0);
  must(inSummaries === segments, 'each segment in one conversation');
  if (drawn) {
    for (const line of [...lines, ...summaries.map(conversationJson), fileJson(survey, false)]) {
      printable(line);
      JSON.parse(line);
    }
    print(survey, summaries, random);
  }
  const conversations = held.of(summaries);
  const traceOf = (index: number): CapturedTrace => {
    const { segments, summary } = conversations[index] as (typeof conversations)[number];
    const numbers = random.pick(['absolute', 'relative'] as const);
    return capturedTrace(segments, summary, {
      file: 'a/b\u001b[31m.pcap',
      numbers,
      epochMs: survey.tally.epochMs ?? 0,
    });
  };
  if (drawn && conversations.length > 0) draw(traceOf(random.int(0, conversations.length - 1)), random);
  const asked = random.chance(ASKED)
    ? questionsOn(
        conversations.map((_, index) => () => traceOf(index)),
        { skills, seed: 'fuzz', count: 4 },
      )
    : [];
  for (const { prompt, fields } of asked) {
    for (const text of [...Object.values(prompt), ...fields.flatMap(({ label }) => Object.values(label))]) {
      for (const line of text.split('\n')) printable(line);
    }
  }
  const { user, system } = process.cpuUsage(before);
  const ms = (user + system) / 1000;
  must(ms < MOST_MS, `no more than ${MOST_MS} ms: ${ms.toFixed(0)}`);
  return { outcome, frames, segments, conversations: summaries.length, drawn, questions: asked.length, ms };
}

function styleOf(random: Random): { width: number; language: Language; ascii: boolean } {
  return {
    width: random.pick([40, 60, 80, 120]),
    language: random.pick(['ko', 'en'] as const),
    ascii: random.chance(0.2),
  };
}

function print(survey: CaptureSurvey, summaries: readonly ConversationSummary[], random: Random): void {
  const style = styleOf(random);
  const all = [
    ...fileLines(survey, summaries.length, style),
    ...summaries.flatMap((one) => conversationLines(one, style)),
  ];
  for (const line of all) printable(line);
}

function draw({ trace, analyses }: CapturedTrace, random: Random): void {
  const style = styleOf(random);
  const remarks = analyses.map(({ findings }) => findings.map((finding) => findingLabel(finding)[style.language]));
  const ladder = plainLadder(trace, { ...style, numbers: random.pick(['absolute', 'relative'] as const), remarks });
  for (const line of ladder.split('\n')) printable(line);
}

class Checker {
  segments = 0;
  #frame = 0;

  segment({ segment, conversation, analysis }: PlacedSegment): void {
    this.segments++;
    must(segment.frame > this.#frame, 'one segment a frame, in order');
    this.#frame = segment.frame;
    must(conversation >= 1 && conversation <= this.segments, 'a conversation');
    must(segment.flow.length === 12 || segment.flow.length === 36, 'a flow');
    this.#fields(segment);
    for (const finding of analysis.findings) {
      for (const value of Object.values(finding)) must(typeof value !== 'number' || Number.isFinite(value), 'a number');
      if ('of' in finding)
        must(finding.of === null || (finding.of >= 1 && finding.of < segment.frame), 'a frame before');
    }
  }

  #fields({ ms, seq, ack, window, urgent, len, fragments, frame, cut, checksum }: CapturedSegment): void {
    must(Number.isFinite(ms), 'a time');
    for (const field of [seq, ack, window, urgent, len]) {
      must(Number.isInteger(field) && field >= 0 && field < 2 ** 32, 'a number of 32 bits');
    }
    must(fragments >= 1 && fragments <= frame, 'fragments');
    must(!cut || checksum === 'unverified', 'no verdict on a checksum without all the bytes');
  }
}

function* pieces(file: Uint8Array, random: Random): Generator<Uint8Array> {
  const most = random.pick([file.length + 1, 5000, 300, 40]);
  for (let at = 0; at < file.length; ) {
    const length = random.int(1, most);
    yield file.subarray(at, at + length);
    at += length;
  }
}

/** One line that no terminal acts on. */
function printable(text: string): void {
  must(!/[\x00-\x1f\x7f-\x9f]/.test(text), 'text without control characters');
  must(!/NaN|Infinity|undefined/.test(text), `text without what is no number: ${text}`);
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`not so: ${what}`);
}
