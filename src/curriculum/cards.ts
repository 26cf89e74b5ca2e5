import { readPlainText } from './blocks.ts';
import { checkEntryIds } from './entry-id.ts';
import { firstWritten, type Line, type Part, type Report, splitAtHeadings } from './markdown-lines.ts';
import { takeRfcLine } from './rfc-section.ts';

/** A flip card in one language. */
export interface CardText {
  readonly id: string;
  readonly line: number;
  readonly front: string;
  readonly back: string;
  readonly rfc: readonly string[];
}

/** Reads the Cards section: `## id`, the front, a line `---`, the back, a line `RFC:`. */
export function readCards(lines: readonly Line[], report: Report): CardText[] {
  const { before, parts } = splitAtHeadings(lines, 2);
  const stray = firstWritten(before);
  if (stray !== null) {
    report(stray.number, {
      en: 'Text before the first card; expected ## card-id.',
      ko: '첫 카드 앞에 글이 있습니다. ## card-id로 시작하세요.',
    });
  }
  checkEntryIds(parts, report);
  return parts.map((part) => readCard(part, report));
}

function readCard(part: Part, report: Report): CardText {
  const { sections, rest } = takeRfcLine(part.body, part.line, report);
  const rules = rest.filter(({ text }) => text === '---');
  if (rules.length !== 1) {
    report(rules[1]?.number ?? part.line, {
      en: `${rules.length} "---" lines in this card; expected one between front and back.`,
      ko: `이 카드에 "---" 줄이 ${rules.length}개 있습니다. 앞면과 뒷면 사이에 하나만 쓰세요.`,
    });
  }
  const at = rest.findIndex(({ text }) => text === '---');
  const front = readPlainText(at < 0 ? rest : rest.slice(0, at), report);
  const back = readPlainText(at < 0 ? [] : rest.slice(at + 1), report);
  if (front === '') report(part.line, { en: 'The front of this card is empty.', ko: '카드의 앞면이 비어 있습니다.' });
  if (at >= 0 && back === '')
    report(part.line, { en: 'The back of this card is empty.', ko: '카드의 뒷면이 비어 있습니다.' });
  return { id: part.title, line: part.line, front, back, rfc: sections };
}
