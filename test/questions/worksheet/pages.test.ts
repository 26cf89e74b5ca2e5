import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { escaped } from '../../../src/documents/html-escape.ts';
import { plainText } from '../../../src/documents/plain-text.ts';
import { formatValue } from '../../../src/questions/answers.ts';
import { html } from '../../../src/questions/worksheet/html.ts';
import { inlineHtml } from '../../../src/questions/worksheet/html-text.ts';
import { markdown, markdownText } from '../../../src/questions/worksheet/markdown.ts';
import { awkward, everySkill, LANGUAGES, sheetOf, speaking, written } from './samples.ts';

const KEY = {
  ko: { key: '정답', solutions: '정답과 풀이' },
  en: { key: 'Answers', solutions: 'Answers and solutions' },
};

describe.each(LANGUAGES)('pages in %s', (language) => {
  test('without answers there is no heading for them and no solution', () => {
    for (const writer of [markdown, html]) {
      const text = written(writer, everySkill, sheetOf(language, 'none'));
      expect(text).not.toContain(KEY[language].solutions);
      // Where a solution says its section; a convention may name one too, in its sentence.
      expect(text).not.toMatch(/\(RFC \d+ §[\d.]+\)/);
      const [key, solved] = (['key', 'solutions'] as const).map((answers) =>
        written(writer, everySkill, sheetOf(language, answers)),
      );
      expect(key).toContain(KEY[language].key);
      expect(solved).toContain(KEY[language].solutions);
      expect(solved?.length).toBeGreaterThan(key?.length ?? 0);
    }
  });

  test('the answers hold every answer and every RFC section', () => {
    for (const question of everySkill) {
      const page = written(html, [question], sheetOf(language));
      const solved = page.slice(page.indexOf('<div class="key">'));
      for (const field of question.fields)
        expect(solved).toContain(escaped(formatValue(field, field.answer, language)));
      for (const { rfc } of question.explanation) expect(solved).toContain(rfc);
    }
  });

  test('HTML is one page that needs nothing else, every element closed', () => {
    const page = written(html, everySkill, sheetOf(language));
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).not.toMatch(/<(script|link|img)|https?:|url\(/);
    const xml = page.replace('<!DOCTYPE html>\n', '').replace(/<(meta[^>]*|br)>/g, '<$1/>');
    expect(XMLValidator.validate(xml)).toBe(true);
  });

  test('Markdown keeps the ladder as it is', () => {
    const sheet = sheetOf(language);
    for (const question of everySkill) {
      const tokens = marked.lexer(written(markdown, [question], sheet));
      const code = tokens.flatMap((token) => (token.type === 'code' ? [token.text] : []));
      expect(code).toEqual(sheet.draw(question).map((lines) => lines.join('\n')));
    }
  });
});

test('a number of Markdown holds no list, heading or tag of a text’s own', () => {
  fc.assert(
    fc.property(awkward, (text) => {
      const shown = String(marked.parse(markdownText(text), { gfm: true }));
      const lines = plainText(text)
        .split('\n')
        .map((line) => line.trim());
      const read = shown.replace(/^<p>|<\/p>\n?$/g, '').split(/<br\s*\/?>/);
      expect(read.map((line) => line.trim())).toEqual(lines.map((line) => escaped(line)));
    }),
  );
});

test('any text comes through in HTML', () => {
  fc.assert(
    fc.property(awkward, (text) => {
      const page = written(html, [speaking(text)], sheetOf('en', 'solutions', { title: text }));
      expect(page).toContain(`<p>${inlineHtml(text)}</p>`);
    }),
  );
});
