import type { Language } from '../../src/language.ts';
import { keyLabel } from '../../src/ui/components/key-hints.ts';
import type { Binding } from '../../src/ui/keys/binding.ts';
import { KEYMAP } from '../../src/ui/keys/keymap.ts';
import { glyphsFor } from '../../src/ui/theme.ts';

const GLYPHS = glyphsFor({ ascii: false, linear: false });

const HEAD: Readonly<Record<Language, string>> = { ko: '| 화면 | 키 |', en: '| where | keys |' };

/** The keymap as a Markdown table: a row a place, its own keys with what they do. */
export function keyTable(language: Language): string {
  const rows = Object.values(KEYMAP)
    .filter(({ bindings }) => bindings.length > 0)
    .map(({ title, bindings }) => `| ${title[language]} | ${keysOf(bindings, language)} |`);
  return `${[HEAD[language], '|---|---|', ...rows].join('\n')}\n`;
}

function keysOf(bindings: readonly Binding[], language: Language): string {
  return bindings
    .map(({ keys, label }) => `${keys.map((key) => code(keyLabel(key, GLYPHS))).join(' ')} ${label[language]}`)
    .join(', ');
}

function code(key: string): string {
  return key === '|' ? '`\\|`' : `\`${key}\``;
}
