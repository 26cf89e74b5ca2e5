import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { capturedTrace } from '../../../src/captures/trace/conversation-trace.ts';
import { questionsOn } from '../../../src/questions/captured/questions-on.ts';
import { skills } from '../../../src/questions/catalogue.ts';
import { conversationsOf } from '../../captures/trace/from-file.ts';

/** Its client sends a single byte. */
const FILE = readFileSync(new URL('../../captures/oracles/keepalive.pcap', import.meta.url));

it('single bytes are spoken of as such', () => {
  const [one] = conversationsOf(FILE);
  const captured = capturedTrace(one!.segments, one!.summary, { file: 'x', numbers: 'relative', epochMs: 0 });
  const questions = questionsOn([() => captured], { seed: 'x', count: 300, skills });
  expect(captured.trace.segments.some(({ len }) => len === 1)).toBe(true);
  for (const { prompt, explanation } of questions)
    for (const { en } of [prompt, ...explanation.map(({ text }) => text)])
      expect(en).not.toMatch(/(?<![\d,.] )\b1 bytes/);
});
