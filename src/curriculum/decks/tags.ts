import { quoted } from '../../documents/problem.ts';
import { limits } from './limits.ts';

/**
 * Tags from a list, or from a line that parts them with commas (or blanks, where there is no comma). A leading # is
 * dropped; none comes twice. `tooMany` is told when some are left out.
 */
export function tagsFrom(value: unknown, tooMany: () => void): string[] {
  const given = Array.isArray(value) ? value.filter((tag) => typeof tag === 'string' || typeof tag === 'number') : [];
  const words = typeof value === 'string' ? value.split(/[,、，]/.test(value) ? /[,、，]/ : /\s+/) : given.map(String);
  const tags = words.map((word) => quoted(word.normalize('NFC').trim().replace(/^#/, ''), limits.tagLength * 2));
  const distinct = [...new Set(tags.filter((tag) => tag !== ''))];
  const kept = distinct.filter((tag) => tag.length <= limits.tagLength).slice(0, limits.tags);
  if (kept.length < distinct.length) tooMany();
  return kept;
}
