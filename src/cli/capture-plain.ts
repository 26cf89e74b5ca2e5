import { findingLabel } from '../captures/analysis/finding-words.ts';
import { ConversationSegments } from '../captures/survey/conversation-segments.ts';
import { remarkedFindings } from '../captures/survey/trouble.ts';
import { capturedTrace } from '../captures/trace/conversation-trace.ts';
import { plainLadder } from '../trace/plain.ts';
import { captures as words } from '../ui/text/captures.ts';
import { type CaptureAsked, toldShortfall } from './capture-asked.ts';
import { conversationLines, fileLines, type ListingStyle } from './capture-listing.ts';
import { type CaptureRun, readCapture } from './capture-reading.ts';
import { Failure } from './failure.ts';
import { print, printLines } from './output.ts';

export interface PlainAsked extends CaptureAsked {
  readonly numbers: 'absolute' | 'relative';
  readonly ascii: boolean;
}

/** Conversations printed at a time. */
const BATCH = 500;

/**
 * `seqack capture FILE --plain`: the conversations of a capture, or one of them as a ladder. Gives 1 when the file could not
 * be read to its end.
 */
export async function printPlain(asked: PlainAsked): Promise<number> {
  const { conversation, from, count } = asked.range;
  const style = {
    width: Math.max(40, process.stdout.columns || 80),
    language: asked.language,
    ascii: asked.ascii,
  };
  const wanted = conversation === null ? null : new ConversationSegments({ conversation, from, count });
  const run = await readCapture({ ...asked, ...(wanted === null ? {} : { onSegment: (one) => wanted.add(one) }) });
  if (wanted === null) await printList(run, style);
  else await printLadder(run, wanted, asked, style);
  return toldShortfall(run, asked);
}

async function printList({ survey }: CaptureRun, style: ListingStyle): Promise<void> {
  const all = survey.conversations();
  await printLines(fileLines(survey, all.length, style));
  for (let i = 0; i < all.length; i += BATCH) {
    await printLines(all.slice(i, i + BATCH).flatMap((summary) => ['', ...conversationLines(summary, style)]));
  }
}

async function printLadder(
  { survey }: CaptureRun,
  wanted: ConversationSegments,
  { range: { conversation, from }, numbers, name }: PlainAsked,
  style: ListingStyle,
): Promise<void> {
  const all = survey.conversations();
  const summary = all.find(({ number }) => number === conversation);
  if (summary === undefined) throw new Failure(1, words.noConversation(conversation ?? 0, all.length));
  const { segments, leftOut } = wanted;
  const inAll = segments.length + leftOut.before + leftOut.after;
  if (segments.length === 0) throw new Failure(1, words.noSuchSegment(from, inAll));
  const { trace, analyses } = capturedTrace(segments, summary, {
    file: name,
    numbers,
    epochMs: survey.tally.epochMs ?? 0,
    before: leftOut.before,
  });
  const remarks = analyses.map(({ findings }) =>
    remarkedFindings(findings).map((finding) => findingLabel(finding)[style.language]),
  );
  const ladder = plainLadder(trace, { ...style, numbers: 'absolute', remarks });
  const last = from + segments.length - 1;
  const shown =
    leftOut.before + leftOut.after === 0
      ? []
      : ['', words.more([from, last], inAll, leftOut.after > 0 ? `--from ${last + 1}` : '--from 1')[style.language]];
  await print(
    `${[...fileLines(survey, all.length, style), '', ...conversationLines(summary, style), '', ladder, ...shown].join('\n')}\n`,
  );
}
