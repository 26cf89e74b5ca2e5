import { quoted } from '../documents/problem.ts';
import type { Part, Report } from './markdown-lines.ts';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Module, card and question ids: lower case letters, digits and single hyphens between them, at most 64. */
export function isEntryId(text: string): boolean {
  return text.length <= 64 && ID.test(text);
}

/** Reports headings that are no ids, and ids that come twice. */
export function checkEntryIds(parts: readonly Part[], report: Report): void {
  const seen = new Set<string>();
  for (const { title, line } of parts) {
    const shown = quoted(title);
    if (!isEntryId(title)) {
      report(line, {
        en: `"${shown}" is no id; expected lower case letters, digits and hyphens.`,
        ko: `id로 쓸 수 없습니다: "${shown}". 영어 소문자, 숫자, 하이픈으로 쓰세요.`,
      });
    } else if (seen.has(title)) {
      report(line, { en: `The id "${shown}" comes a second time.`, ko: `id가 두 번 나옵니다: "${shown}".` });
    }
    seen.add(title);
  }
}
