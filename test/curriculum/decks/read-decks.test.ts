import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isEntryId } from '../../../src/curriculum/entry-id.ts';
import { hasControlCharacters } from '../../../src/documents/problem.ts';
import { cardsOf, readNotes, shown, told } from './read.ts';

/** A study note as a Korean developer keeps one: not made for this program. */
const STUDY_NOTE = `# UDP란?

연결 없이 데이터그램을 보내는 프로토콜${'  '}
순서와 도착을 보장하지 않음

## 1. 헤더
![header](../images/udp.png)

1. 출발지 포트
   - 생략하면 0
2. 길이

## 2. 정리

### Q1. UDP에는 왜 **핸드셰이크**가 없나?
- 상태를 두지 않기 때문
- 그래서 첫 데이터그램부터 \`데이터\`가 실린다

### Q2. 체크섬이 틀리면?
\t- 조용히 버린다

### Q3. DNS가 UDP를 쓰는 이유?
- 질의와 응답이 짧아서

[reference] https://example.com/udp
`;

describe('a study note', () => {
  test('gives its questions and nothing else', () => {
    const { decks, problems } = readNotes({ 'udp.md': STUDY_NOTE });
    expect(problems).toEqual([]);
    expect(decks.map(({ id, title }) => [id, title])).toEqual([['udp', 'UDP란?']]);
    expect(decks[0]?.cards.map(shown)).toEqual([
      'UDP에는 왜 **핸드셰이크**가 없나? => - 상태를 두지 않기 때문\n- 그래서 첫 데이터그램부터 `데이터`가 실린다',
      '체크섬이 틀리면? => - 조용히 버린다',
      'DNS가 UDP를 쓰는 이유? => - 질의와 응답이 짧아서',
    ]);
    expect(decks[0]?.cards.map(({ line }) => line)).toEqual([15, 19, 22]);
  });

  test.each(['\r\n', '\r'])('the line ends %j and a byte order mark change nothing', (end) => {
    const { decks, problems } = readNotes({ 'udp.md': `\ufeff${STUDY_NOTE.replaceAll('\n', end)}` });
    expect(problems).toEqual([]);
    expect(decks).toEqual(readNotes({ 'udp.md': STUDY_NOTE }).decks);
  });

  test('decomposed Hangul is the same note', () => {
    expect(readNotes({ 'udp.md': STUDY_NOTE.normalize('NFD') }).decks).toEqual(
      readNotes({ 'udp.md': STUDY_NOTE }).decks,
    );
  });

  test.each([
    ['### Q1. why?', 'why?'],
    ['## Q3) why?', 'why?'],
    ['# Q: why?', 'why?'],
    ['###### q 12. why', 'why'],
    ['### Q. why', 'why'],
    ['### Q1-2. why ##', 'why'],
    ['### Q7 why', 'why'],
    ['### **Q1. why?**', 'why?'],
    ['### Q1. **why?**', 'why?'],
    ['### Question 4: why', 'why'],
    ['### 질문 1. 왜', '왜'],
    ['### 질문: 왜', '왜'],
    ['### Q1．why?', 'Q1．why?'],
    ['## 왜 그런가?', '왜 그런가?'],
    ['## 왜 그런가？', '왜 그런가？'],
    ['## 3. 왜 그런가?', '왜 그런가?'],
    ['## 2-1. Why?', 'Why?'],
  ])('%s asks', (heading, front) => {
    expect(cardsOf(`${heading}\n\nbecause`).map(shown)).toEqual([`${front} => because`]);
  });

  test.each(['# TCP란?', '## Q&A', '## 질문', '## 질문 모음', '## Quick start', '#hashtag?', '    ## 왜?', 'Why?'])(
    '%s is prose',
    (line) => {
      expect(readNotes({ 'a.md': `${line}\n\nbecause` })).toMatchObject({ decks: [], problems: [] });
    },
  );

  test('an answer reaches to the next heading of the same or a higher level, or question', () => {
    const cards = cardsOf('## Why?\none\n\n### Detail\ntwo\n### And how?\nthree\n## Other\nfour\n# Top\nfive');
    expect(cards.map(shown)).toEqual(['Why? => one\n\nDetail\n\ntwo', 'And how? => three']);
  });

  test('a question that opens with another heading or card is the title of a section', () => {
    expect(cardsOf('## What is TCP?\n### History\ntext\n### Why?\nbecause').map(shown)).toEqual(['Why? => because']);
    expect(cardsOf('## What is TCP?\n\nQ: a\nA: b').map(shown)).toEqual(['a => b']);
    expect(told('## What is TCP?\n\nQ: a\nA: b')).toEqual([]);
  });

  test('an answer may be marked with A:', () => {
    expect(cardsOf('### Q1. Why?\nA: because').map(shown)).toEqual(['Why? => because']);
  });

  test('a question without an answer yet is told', () => {
    expect(told('## 왜?\n\n## 다음')).toEqual(['warning 1: A question without an answer below it; it is no card yet.']);
    expect(told('### Q1. why?\n\n## next')).toEqual(['error 1: The answer of this card is empty.']);
    expect(told('### Q1.\nbecause')).toEqual(['error 1: The question of this card is empty.']);
  });
});

describe('Q: and A:', () => {
  test('several lines, paragraphs and lists; to the next card, ---, a heading or the end', () => {
    const text = `prose
Q: What does
SYN take?
A: One number.

* first
  * deeper
    goes on
* second
Q: Next?
A:
Yes.
---
prose
Q： 전각 쌍점?
A： 된다.
## heading
prose`;
    expect(cardsOf(text).map(shown)).toEqual([
      'What does SYN take? => One number.\n\n- first\n  - deeper goes on\n- second',
      'Next? => Yes.',
      '전각 쌍점? => 된다.',
    ]);
    expect(told(text)).toEqual([]);
  });

  test('two spaces or a backslash break a line', () => {
    expect(cardsOf('Q: a\nA: one  \ntwo\\\nthree\nfour').map(shown)).toEqual(['a => one\ntwo\nthree four']);
  });

  test('nothing in a code block is a card, and the block stays as it is', () => {
    const text = 'Q: a\nA: b\n```\nQ: no\n  A: no\n# why?\n---\n```\nafter\n\n~~~\nC: [x]\n~~~';
    expect(cardsOf(text).map(shown)).toEqual([
      'a => b\n```\nQ: no\n  A: no\n# why?\n---\n```\nafter\n\n~~~\nC: [x]\n~~~',
    ]);
    expect(cardsOf('- item\n  ```\nQ: no\nA: no\n  ```\nQ: a\nA: b').map(shown)).toEqual(['a => b']);
  });

  test('a code block may start behind the mark', () => {
    const text = 'Q: ```c\nQ: no\n```\nprints?\nA: ~~~\nA: 1\n~~~\nQ: c\nA: d';
    expect(cardsOf(text).map(shown)).toEqual(['```c\nQ: no\n```\nprints? => ~~~\nA: 1\n~~~', 'c => d']);
  });

  test('links and images are shown by their words', () => {
    expect(
      cardsOf(
        'Q: ![](img/a.png) and ![b](c)\nA: see [RFC 9293](https://x), [`a` b](c "d") and `[a](b)`<br>\\[e\\]',
      ).map(shown),
    ).toEqual(['[a.png] and [b] => see RFC 9293, `a` b and `[a](b)`\n[e]']);
  });

  test.each([
    ['Q: a\nQ: b\nA: c', ['error 1: Q: without A:. Write its answer on a line that starts with A:.']],
    ['Q: a', ['error 1: Q: without A:. Write its answer on a line that starts with A:.']],
    [
      'Q: a\n---\nA: b',
      [
        'error 1: Q: without A:. Write its answer on a line that starts with A:.',
        'error 3: A: without Q:. Write the question on a line that starts with Q: above it.',
      ],
    ],
    ['Q: a\nA: b\nA: c', ['error 3: A second A: for the same Q:. Join the two answers, or start another question.']],
    ['Q:\nA: b', ['error 1: The question of this card is empty.']],
    ['Q: a\nA:\n\n', ['error 1: The answer of this card is empty.']],
    ['Q: a\nA: b\n\nQ: a\nA:  b', ['warning 4: The same card as on line 1 of note.md; it is asked only once.']],
    [
      'Q: a\nA: b\n```\nQ: c',
      ['warning 3: A code block that is not closed: nothing below it is read as a card. Close it.'],
    ],
    ['Q: a\u001b[31m\nA: b', ['warning 1: Control characters in this line; they are left out. Delete them.']],
  ])('%j', (text, problems) => {
    expect(told(text)).toEqual(problems);
  });

  test('a problem keeps no other card out', () => {
    expect(cardsOf('Q: a\nA: b\nA: c\nQ: d\nA: e').map(shown)).toEqual(['a => b', 'd => e']);
  });

  test('a comment is no part of a card', () => {
    const text =
      'Q: a <!-- not --> b\n<!-- C: [x]\nQ: no\n-->\nA: c\n<!-- said before -->d\n<!-- TODO -->\ne <!-- open';
    expect(cardsOf(text).map(shown)).toEqual(['a  b => c d e <!-- open']);
  });
});

describe('C:', () => {
  test('each deletion is a card; escapes, links, images and footnotes are none', () => {
    const text = 'C: A \\[ [SYN] and a [FIN] take\none [number](x) ![i](y) each[^1] ].';
    expect(cardsOf(text).map(shown)).toEqual([
      'A [ {SYN} and a FIN take one number [i] each[^1] ].',
      'A [ SYN and a {FIN} take one number [i] each[^1] ].',
    ]);
    expect(told(text)).toEqual([]);
  });

  test('over paragraphs, with brackets in a deletion, in a list', () => {
    const text = 'C:\nBytes wait in the\n[send buffer [0]].\n\n- then [ go ]\n\nQ: a\nA: b';
    expect(cardsOf(text).slice(0, 2).map(shown)).toEqual([
      'Bytes wait in the {send buffer [0]}.\n\n- then  go ',
      'Bytes wait in the send buffer [0].\n\n- then  {go} ',
    ]);
  });

  test.each([
    ['C: no brackets', 'error 1: C: without anything to recall. Put what is to be recalled in [square brackets].'],
    ['C:', 'error 1: C: without anything to recall. Put what is to be recalled in [square brackets].'],
    ['C: a [b', 'error 1: A [ without its ]. Close it, or write \\[ for a plain bracket.'],
    [
      'C: a [ ] [b]',
      'error 1: Empty brackets in a C: card. Write what is to be recalled, or \\[ \\] for plain brackets.',
    ],
    ['C: a [b] ] c]', null],
  ])('%j', (text, problem) => {
    expect(told(text)).toEqual(problem === null ? [] : [problem]);
  });
});

describe('what a card says about itself', () => {
  test('scenario, tags and id on lines of their own', () => {
    const text = `Q: a
<!-- id: why-three -->
A: b
scenario: lost-segment
tags: loss, #ack
---
### Q1. c?
- d
- 시나리오: \`handshake\`
태그: 가 나
C: [x] [y]
<!-- id: pair --> 
<!-- scenario: four-way-close -->`;
    expect(cardsOf(text)).toMatchObject([
      { id: 'why-three', content: { front: 'a', back: 'b' }, scenario: 'lost-segment', tags: ['loss', 'ack'] },
      { content: { front: 'c?', back: '- d' }, scenario: 'handshake', tags: ['가', '나'] },
      { id: 'pair', content: { text: 'x y', start: 0 }, scenario: 'four-way-close' },
      { id: 'pair-2', content: { text: 'x y', start: 2 }, scenario: 'four-way-close' },
    ]);
    expect(told(text)).toEqual([]);
  });

  test('a sentence after scenario: is part of the card', () => {
    expect(cardsOf('Q: a\nA: Scenario: the last ACK is lost').map(shown)).toEqual([
      'a => Scenario: the last ACK is lost',
    ]);
  });

  test.each([
    [
      'Q: a\nA: b\nscenario: lost-segmnt',
      ['warning 3: There is no scenario "lost-segmnt"; the card stays without one. Did you mean lost-segment?'],
    ],
    [
      'Q: a\nA: b\nscenario: frobnicate',
      ['warning 3: There is no scenario "frobnicate"; the card stays without one. All names: seqack simulate --help'],
    ],
    [
      'Q: a\nA: b\n<!-- id: A B -->',
      [
        'warning 3: "A B" is no id, so it is not used. Write lower case letters, digits and single hyphens, at most 64.',
      ],
    ],
    [
      'Q: a\nA: b\n<!-- id: x -->\n<!-- id: y -->',
      ['warning 4: A second id in one card; the first one counts. An id stands below the line its card starts on.'],
    ],
    [
      'Q: a\n<!-- id: x -->\nA: b\nQ: c\n<!-- id: x -->\nA: d',
      ['error 4: The id "x" is already that of the card on line 1. Give this card another one.'],
    ],
  ])('%j', (text, problems) => {
    expect(told(text)).toEqual(problems);
  });
});

describe('decks', () => {
  test('one a file, named by path, frontmatter or title; none without cards', () => {
    const card = 'Q: a\nA: b\n';
    const { decks, problems } = readNotes({
      'tcp.md': card,
      'sub/Two Words.md': `# The *Title*\n${card}`,
      'handshake.md': card,
      'toml.md': `---\nname = "Named"\nid = "own"\ntags = ["x", "y"]\n---\n${card}`,
      'yaml.md': `---\ntitle: 네트워크\ntags: [a, b]\n---\n${card}`,
      'README.md': 'prose',
      '정리.md': card,
      'TCP 문제.md': card,
    });
    expect(problems).toEqual([]);
    expect(decks.map(({ id, title }) => [id, title])).toEqual([
      ['tcp-49cd89cd', 'TCP 문제'],
      ['my-handshake', 'handshake'],
      ['sub-two-words', 'The Title'],
      ['tcp', 'tcp'],
      ['own', 'Named'],
      ['yaml', '네트워크'],
      ['deck-829a277f', '정리'],
    ]);
    expect(decks.map(({ cards }) => cards[0]?.tags)).toEqual([[], [], [], [], ['x', 'y'], ['a', 'b'], []]);
    expect(decks.every(({ id }) => isEntryId(id))).toBe(true);
  });

  test('files that give the same id are one deck; names that only happen to be the same are told', () => {
    const named = '---\nid = "own"\n---\n';
    const { decks, problems } = readNotes({
      'a.md': `${named}Q: a\nA: b`,
      'b.md': `${named}Q: c\nA: d\n\nQ: a\nA: b`,
      'x/y.md': 'Q: a\nA: b',
      'x-y.md': 'Q: c\nA: d',
    });
    expect(decks.map(({ id, cards }) => [id, cards.map(({ file }) => file)])).toEqual([
      ['own', ['a.md', 'b.md']],
      ['x-y', ['x-y.md']],
    ]);
    expect(problems.map(({ severity, file, line, message }) => `${severity} ${file}:${line}: ${message.en}`)).toEqual([
      'warning b.md:7: The same card as on line 4 of a.md; it is asked only once.',
      'error x/y.md:1: Its deck would be called "x-y" like the one of x-y.md, so it is left out. Give it an id of its own at the top of the file.',
    ]);
  });

  test.each([
    [
      '---\nname = "open\n---\nQ: a\nA: b',
      ['warning 1: The lines between --- at the top are neither TOML nor YAML; they are not used.'],
    ],
    [
      '---\nid: Not An Id\n---\nQ: a\nA: b',
      [
        `warning 2: The deck's id "Not An Id" is no id, so the file's name is used. Write lower case letters, digits and single hyphens, at most 64.`,
      ],
    ],
    ['---\nQ: x\nA: y\n---\nQ: a\nA: b', []],
    ['---\nprose\nQ: a\nA: b', []],
  ])('%j', (text, problems) => {
    expect(told(text)).toEqual(problems);
    expect(cardsOf(text).map(shown).at(-1)).toBe('a => b');
  });

  test('more than 10,000 cards are told once', () => {
    const text = Array.from({ length: 10_010 }, (_, i) => `Q: ${i}\nA: ${i}\n`).join('');
    const { decks, problems } = readNotes({ 'note.md': text });
    expect(decks[0]?.cards).toHaveLength(10_000);
    expect(problems.map(({ line, message }) => `${line}: ${message.en}`)).toEqual([
      '20001: More than 10,000 cards in one deck; this one and those after it are left out. Divide the deck.',
    ]);
  });

  test('a file with nothing but problems tells the first hundred', () => {
    const problems = told('A: x\n'.repeat(5000));
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)).toBe('error 101: 4900 more problems in this file.');
  });
});

test('the examples of docs/decks.md are read as it says', () => {
  const docs = readFileSync(new URL('../../../docs/decks.md', import.meta.url), 'utf8');
  const examples = [...docs.matchAll(/^```markdown\n([\s\S]*?)^```$/gm)].map(([, example = '']) => example);
  expect(examples.flatMap(told)).toEqual([]);
  expect(examples.map((example) => cardsOf(example).length)).toEqual([2, 1, 3]);
});

test('any text is read without failing, and no card holds a character that must not reach a terminal', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'Q: ',
      'A: ',
      'C: ',
      '\n',
      '[',
      ']',
      '\\',
      '---\n',
      '```\n',
      '### Q1. ',
      '## 왜?',
      '<!-- id: x -->\n',
    ),
    fc.constantFrom(
      '<!--',
      '-->',
      '- ',
      '\t',
      '\r\n',
      '**',
      '`',
      '](',
      'scenario: x\n',
      '\u001b',
      '\ud800',
      '\u202e',
      '~~~\n',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const { decks, problems } = readNotes({ 'a.md': pieces.join('') });
      for (const { id, content } of decks.flatMap(({ cards }) => cards)) {
        expect(isEntryId(id)).toBe(true);
        const texts = content.kind === 'flip' ? [content.front, content.back] : [content.text];
        for (const text of texts) {
          expect(text.trim()).not.toBe('');
          expect(text.split('\n').some(hasControlCharacters)).toBe(false);
        }
        if (content.kind === 'cloze') expect(content.text.slice(content.start, content.end).trim()).not.toBe('');
      }
      for (const { message } of problems) expect(hasControlCharacters(message.ko + message.en)).toBe(false);
    }),
    { numRuns: 200 },
  );
});

test('long runs of marks and blanks cost no more than their length', () => {
  const blanks = ' '.repeat(100_000);
  const pieces = [
    '[',
    'C: [',
    '[x]',
    '<!--',
    '**',
    '`',
    '- ',
    '> ',
    '![',
    '![](',
    '[`[`',
    'Q: a\nA: b [',
    '1. ',
    '# ',
    '\t',
  ];
  const lines = [
    `a${blanks}b`,
    `# Q${blanks}x`,
    `## Q1. a\n[참고]${blanks}x`,
    `Q: a\n<!-- id: x${blanks}y-->`,
    `- -${blanks}x`,
  ];
  for (const text of [...pieces.map((piece) => piece.repeat(200_000 / piece.length)), ...lines]) {
    const before = process.cpuUsage();
    readNotes({ 'a.md': `C: ${text}\n${text}\n` });
    // A second of work is a hundred times what any takes; what goes with the square takes minutes.
    expect(process.cpuUsage(before).user / 1000, JSON.stringify(text.slice(0, 20))).toBeLessThan(5000);
  }
});
