import { quoted } from '../documents/problem.ts';
import type { Text } from '../language.ts';
import { firstWritten, type Line, type Report } from './markdown-lines.ts';

const SECTION = /^RFC [1-9]\d{1,4} §(?:[1-9]\d*|[A-Z])(?:\.[1-9]\d*)*$/;

/** Whether text names a section the way the whole program does: 'RFC 9293 §3.10.7.4', 'RFC 7323 §A'. */
export function isRfcSection(text: string): boolean {
  return SECTION.test(text);
}

export const SECTION_WANTED: Text = {
  en: 'a section such as RFC 9293 §3.10.7.4.',
  ko: 'RFC 9293 §3.10.7.4 같은 형식으로 쓰세요.',
};

/** Takes the one `RFC: ...` line out of a card or a question: its sections, and the lines that are left. */
export function takeRfcLine(
  lines: readonly Line[],
  line: number,
  report: Report,
): { readonly sections: readonly string[]; readonly rest: readonly Line[] } {
  const found = lines.filter(({ text }) => text.startsWith('RFC:'));
  const rest = lines.filter(({ text }) => !text.startsWith('RFC:'));
  const [only, again] = found;
  if (only === undefined) {
    report(firstWritten(rest)?.number ?? line, {
      en: 'No "RFC:" line here; expected one such as RFC: RFC 9293 §3.4',
      ko: '"RFC:" 줄이 없습니다. RFC: RFC 9293 §3.4 처럼 쓰세요.',
    });
    return { sections: [], rest };
  }
  if (again !== undefined) {
    report(again.number, {
      en: 'A second "RFC:" line; expected one, with its sections separated by commas.',
      ko: '"RFC:" 줄이 두 개입니다. 한 줄에 쉼표로 나누어 쓰세요.',
    });
  }
  const sections = only.text
    .slice('RFC:'.length)
    .split(',')
    .map((section) => section.trim());
  for (const section of sections) {
    if (isRfcSection(section)) continue;
    report(only.number, {
      en: `"${quoted(section)}" names no RFC section; expected ${SECTION_WANTED.en}`,
      ko: `RFC 절이 아닙니다: "${quoted(section)}". ${SECTION_WANTED.ko}`,
    });
  }
  return { sections, rest };
}
