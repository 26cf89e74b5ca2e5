import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { quoted } from '../../documents/problem.ts';
import { isEntryId } from '../entry-id.ts';
import type { ReportDeck } from './deck-problem.ts';
import { messages } from './messages.ts';
import type { NoteLine } from './note-lines.ts';
import { tagsFrom } from './tags.ts';

/** What the top of a note says about its deck; null for what it does not say. */
export interface Frontmatter {
  readonly id: string | null;
  readonly title: string | null;
  readonly tags: readonly string[];
}

const NOTHING: Frontmatter = { id: null, title: null, tags: [] };
const MOST_LINES = 200;
const RULE = /^---\s*$/;

/**
 * Takes the frontmatter off the top of a note: TOML as hashcards writes it, or YAML as note programs do. What is between
 * two lines --- but holds a card is no frontmatter.
 */
export function takeFrontmatter(
  lines: readonly NoteLine[],
  report: ReportDeck,
): { readonly frontmatter: Frontmatter; readonly rest: readonly NoteLine[] } {
  const [first] = lines;
  if (first === undefined || !RULE.test(first.text)) return { frontmatter: NOTHING, rest: lines };
  const end = lines.slice(1, MOST_LINES).findIndex(({ text }) => RULE.test(text)) + 1;
  const inside = lines.slice(1, end);
  if (end === 0 || inside.some(({ text }) => /^(?:[QAC][:：]|#{1,6}\s.*[?？])/.test(text))) {
    return { frontmatter: NOTHING, rest: lines };
  }
  const rest = lines.slice(end + 1);
  const read = readFields(inside.map(({ text }) => text));
  if (read === null) {
    report('warning', first.number, messages.badFrontmatter);
    return { frontmatter: NOTHING, rest };
  }
  const given = wordOf(read.id);
  if (given !== null && !isEntryId(given)) {
    const line = inside.find(({ text }) => /^\s*"?id\b/.test(text))?.number ?? first.number;
    report('warning', line, messages.badFrontmatterId(given));
  }
  const title = wordOf(read.name) ?? wordOf(read.title);
  return {
    frontmatter: {
      id: given !== null && isEntryId(given) ? given : null,
      title: title === null ? null : quoted(title, 80),
      tags: tagsFrom(read.tags ?? read.tag, () => report('warning', first.number, messages.tooManyTags)),
    },
    rest,
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** The fields, or null when the text is neither form. */
function readFields(rows: readonly string[]): Fields | null {
  const text = rows.join('\n');
  const isToml = rows.some((row) => /^\s*[\w"'-]+\s*=/.test(row));
  try {
    const value: unknown = isToml ? parseToml(text) : parseYaml(text, { logLevel: 'silent', maxAliasCount: 10 });
    if (value === null || value === undefined) return {};
    return typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : null;
  } catch {
    return null;
  }
}

function wordOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return null;
  const trimmed = value.normalize('NFC').trim();
  return trimmed === '' ? null : trimmed;
}
