import { expect, test } from 'vitest';
import { keyLabel } from '../../../src/ui/components/key-hints.ts';
import { bindingsOf } from '../../../src/ui/keys/keymap.ts';
import { type IdeaName, ideaWords } from '../../../src/ui/text/sandbox-ideas.ts';
import { UNICODE_GLYPHS } from '../../../src/ui/theme.ts';

/** The commands whose keys an idea names. */
const COMMANDS: Readonly<Record<IdeaName, readonly string[]>> = {
  'listen-first': ['side', 'listen', 'connect'],
  'closed-port': ['connect'],
  handshake: ['connect', 'predict'],
  'lose-the-syn': ['drop', 'connect'],
  'simultaneous-open': ['side', 'connect'],
  'lose-the-last-ack': ['drop'],
  'read-a-little': ['read'],
  'fill-the-window': ['send'],
  'lose-data': ['drop', 'send'],
  overtake: ['delay', 'send'],
  'forge-rst': ['forge'],
  'stop-reading': ['reading'],
  'half-open': ['crash'],
  'simultaneous-close': ['close', 'side'],
  'half-close': ['send', 'close'],
  'lose-the-fin': ['drop'],
  'time-wait': ['forge', 'end'],
  'half-open-talks': ['send'],
  'another-network': ['network'],
  predict: ['predict'],
  keep: ['save', 'ask'],
};

test('ideas name the keys there are', () => {
  for (const [name, commands] of Object.entries(COMMANDS)) {
    const { ko, en } = ideaWords[name as IdeaName].text;
    for (const command of commands) {
      const key = bindingsOf('sandbox').find((one) => one.command === command)?.keys[0] ?? '(none)';
      const word = new RegExp(`(?<![A-Za-z])${keyLabel(key, UNICODE_GLYPHS)}(?![A-Za-z])`);
      for (const text of [ko, en]) expect(`${name}: ${text}`).toMatch(word);
    }
  }
});
