import type { Text } from '../language.ts';
import type { Inline } from './module.ts';

/**
 * Reads `code` and **strong** runs of a paragraph. Not by Markdown's own rule for **: it wants a space or a letter beside
 * the marks in places where a Korean particle follows a bracket (`**창(window)**은`), and would leave the marks in the text.
 * Angle brackets and single stars are plain characters here, as in <SEQ=100><CTL=SYN>.
 */
export function readInlines(text: string, complain: (message: Text) => void): Inline[] {
  const flat = text.replace(/\s*\n\s*/g, ' ').trim();
  if (/\]\(/.test(flat)) {
    complain({ en: 'A link or an image; expected plain text.', ko: '링크나 이미지가 있습니다. 글만 쓸 수 있습니다.' });
  }
  const inlines: Inline[] = [];
  let strong = false;
  for (const run of flat.split(/(`[^`]*`|\*\*)/)) {
    if (run === '**') strong = !strong;
    else if (run.startsWith('`') && run.endsWith('`') && run.length > 2) {
      inlines.push({ kind: 'code', text: run.slice(1, -1) });
    } else if (run !== '') {
      if (run.includes('`')) complain({ en: 'A ` without its partner.', ko: '짝이 없는 ` 가 있습니다.' });
      inlines.push({ kind: strong ? 'strong' : 'text', text: run });
    }
  }
  if (strong) complain({ en: 'A ** without its partner.', ko: '짝이 없는 ** 가 있습니다.' });
  return inlines;
}

/** The text without its marks. */
export function plainInlines(inlines: readonly Inline[]): string {
  return inlines.map((inline) => inline.text).join('');
}
