import type { PlacedSegment } from '../captures/survey/placed-segment.ts';
import { captures as words } from '../ui/text/captures.ts';
import { type CaptureAsked, toldShortfall } from './capture-asked.ts';
import { conversationJson, fileJson, segmentJson } from './capture-json.ts';
import { readCapture } from './capture-reading.ts';
import { Failure } from './failure.ts';
import { print } from './output.ts';

/** Conversations printed at a time. */
const BATCH = 1000;

/**
 * `seqack capture FILE --json`: one document, printed while the file is read, a line for each segment. Gives 1 when the file
 * could not be read to its end.
 */
export async function printDocument(asked: CaptureAsked): Promise<number> {
  const { conversation, from, count } = asked.range;
  let waiting: string[] = [];
  let seen = 0;
  let begun = false;
  let separator = '\n';
  const take = (placed: PlacedSegment) => {
    if (conversation !== null) {
      if (placed.conversation !== conversation) return;
      seen++;
      if (seen < from || seen - from >= count) return;
    }
    waiting.push(segmentJson(placed));
  };
  const flush = async (lines: string[]) => {
    if (lines.length === 0) return;
    await print(separator + lines.join(',\n'));
    separator = ',\n';
  };
  const run = await readCapture({
    ...asked,
    onSegment: take,
    afterPiece: async () => {
      // Nothing is printed of what turns out to be no capture.
      if (!begun && waiting.length > 0) {
        await print('{"version":1,"segments":[');
        begun = true;
      }
      const lines = waiting;
      waiting = [];
      await flush(lines);
    },
  });
  if (!begun) await print('{"version":1,"segments":[');
  await flush(waiting);
  await print('\n],"conversations":[');
  separator = '\n';
  const all = run.survey.conversations();
  const told = conversation === null ? all : all.filter(({ number }) => number === conversation);
  for (let i = 0; i < told.length; i += BATCH) await flush(told.slice(i, i + BATCH).map(conversationJson));
  await print(`\n],"file":${fileJson(run.survey, run.stoppedAt !== undefined)}}\n`);
  const code = toldShortfall(run, asked);
  if (conversation !== null && told.length === 0) throw new Failure(1, words.noConversation(conversation, all.length));
  return code;
}
