import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Module } from '../../src/curriculum/module.ts';
import { type ModuleSources, readModule } from '../../src/curriculum/read-module.ts';
import { EXAMPLE } from './example.ts';

function moduleOf(sources: ModuleSources): Module {
  const { read, problems } = readModule(sources);
  if (read === null) throw new Error(problems.map((p) => `${p.file}:${p.line}: ${p.message.en}`).join('\n'));
  return read.module;
}

/** The problems after replacing `from` by `to` in one file, as `file:line: English message`. */
function problemsWith(file: 'yaml' | 'ko' | 'en', from: string | RegExp, to: string): string[] {
  const before = EXAMPLE[file];
  const text = before.replace(from, to);
  if (text === before) throw new Error(`nothing to replace: ${from}`);
  return readModule({ ...EXAMPLE, [file]: text }).problems.map((p) => {
    expect(p.message.ko).toMatch(/[가-힣]/);
    return `${p.file.replace('content/example/', '')}:${p.line}: ${p.message.en}`;
  });
}

/** The line on which a text starts in a file of the example, from 1. */
function lineOf(file: 'yaml' | 'ko' | 'en', text: string): number {
  const at = EXAMPLE[file].indexOf(text);
  if (at < 0) throw new Error(`not in the example: ${text}`);
  return EXAMPLE[file].slice(0, at).split('\n').length;
}

describe('the example of docs/content.md', () => {
  const module = moduleOf(EXAMPLE);

  it('is read whole', () => {
    expect(module).toMatchObject({ id: 'example', order: 99, minutes: 2, scenarios: ['data-exchange'] });
    expect(module.skills).toEqual(['seq.next', 'ack.in-order']);
    expect(module.requires).toEqual([]);
    expect(module.rfc).toEqual([{ section: 'RFC 9293 §3.4', about: { ko: '순서 번호', en: 'Sequence numbers' } }]);
    expect(module.keyPoints).toEqual([{ ko: '순서 번호는 바이트를 셉니다.', en: 'Sequence numbers count bytes.' }]);
    expect(module.cards).toEqual([
      {
        id: 'ack-meaning',
        front: { ko: 'ack 401은 무슨 뜻인가요?', en: 'What does ack 401 say?' },
        back: {
          ko: '400번까지 모두 받았고, 다음에 401번을 기다린다는 뜻입니다.',
          en: 'Every byte up to 400 has arrived; 401 is the next one wanted.',
        },
        rfc: ['RFC 9293 §3.4'],
      },
    ]);
  });

  it('keeps the lesson as blocks', () => {
    expect(module.lesson.en.map(({ kind }) => kind)).toEqual(['paragraph', 'heading', 'paragraph', 'verbatim', 'list']);
    expect(module.lesson.en[0]).toEqual({
      kind: 'paragraph',
      inlines: [
        { kind: 'text', text: 'TCP numbers ' },
        { kind: 'strong', text: 'bytes' },
        { kind: 'text', text: ', not segments.' },
      ],
    });
    expect(module.lesson.en[1]).toEqual({ kind: 'heading', level: 1, text: 'The next number' });
    const ladder = module.lesson.ko[3];
    expect(ladder?.kind === 'verbatim' && ladder.lines[1]).toBe('  │ 300 bytes      seq 101              │');
  });

  it('keeps the interview question with its parts and follow-ups', () => {
    const [question] = module.interview;
    expect(question?.expected.en).toBe('401: the next byte it expects.');
    expect(question?.mustHave).toHaveLength(2);
    expect(question?.bonus).toEqual([]);
    expect(question?.mustHave[1]).toEqual({
      text: { ko: '누적 확인 응답이라는 점.', en: 'It is cumulative.' },
      keywords: { ko: [['누적', '앞의 모든']], en: [['cumulative*', 'everything before', 'every byte before']] },
    });
    expect(question?.traps[0]?.keywords).toBeNull();
    expect(question?.traps[0]?.text.ko).toMatch(/^"마지막으로 받은 바이트인 400\."/);
    expect(question?.followUps).toEqual([
      {
        question: { ko: '501~800번 바이트도 이미 받았다면요?', en: 'And if bytes 501 to 800 are there too?' },
        answer: {
          ko: '그래도 401입니다. 401~500의 빈 곳에서 멈춥니다.',
          en: 'Still 401: the gap 401 to 500 holds it back.',
        },
        keywords: { ko: [['401']], en: [['401']] },
      },
    ]);
  });

  it('holds nothing but what JSON can keep', () => {
    expect(JSON.parse(JSON.stringify(module))).toEqual(module);
  });
});

describe('lesson text', () => {
  const lesson = (markdown: string) => {
    const head = `# Lesson\n\nFirst.\n\n${markdown}\n\n`;
    const [rest] = [EXAMPLE.en.slice(EXAMPLE.en.indexOf('# Key points'))];
    const [korean] = [EXAMPLE.ko.slice(EXAMPLE.ko.indexOf('# Key points'))];
    return moduleOf({ ...EXAMPLE, en: head + rest, ko: head + korean }).lesson.ko.slice(1);
  };

  it('takes marks next to a Korean particle', () => {
    expect(lesson('**수신 윈도우(rwnd)**는 `ack`부터입니다.')).toEqual([
      {
        kind: 'paragraph',
        inlines: [
          { kind: 'strong', text: '수신 윈도우(rwnd)' },
          { kind: 'text', text: '는 ' },
          { kind: 'code', text: 'ack' },
          { kind: 'text', text: '부터입니다.' },
        ],
      },
    ]);
  });

  it('leaves angle brackets, stars and underscores as they are', () => {
    expect(lesson('A <SEQ=100><CTL=SYN> and 2 * 3 * 4, tcp_tw_reuse, a < b.')).toEqual([
      {
        kind: 'paragraph',
        inlines: [{ kind: 'text', text: 'A <SEQ=100><CTL=SYN> and 2 * 3 * 4, tcp_tw_reuse, a < b.' }],
      },
    ]);
  });

  it('reads tables and numbered lists', () => {
    expect(lesson('| a | **b** |\n|---|---|\n| `1` | |\n\n1. one\n2. two\n   lines')).toEqual([
      { kind: 'table', header: ['a', 'b'], rows: [['1', '']] },
      { kind: 'list', ordered: true, items: [[{ kind: 'text', text: 'one' }], [{ kind: 'text', text: 'two lines' }]] },
    ]);
  });
});

describe('a bad module', () => {
  it('reports what is wrong in module.yaml', () => {
    expect(problemsWith('yaml', 'id: example', 'id: other')).toEqual([
      'module.yaml:1: The id is "other"; expected the folder\'s name, example.',
    ]);
    expect(problemsWith('yaml', /minutes: 2\n/, '')).toEqual([
      'module.yaml:1: minutes is missing; expected a whole number from 1 to 60.',
    ]);
    expect(problemsWith('yaml', 'ack.in-order]', 'AckInOrder]')).toEqual([
      'module.yaml:7: skills is "AckInOrder"; expected a skill id such as ack.in-order.',
    ]);
    expect(problemsWith('yaml', '[data-exchange]', '[]')[0]).toMatch(
      /^module.yaml:6: scenarios is a list of 0; expected/,
    );
    expect(problemsWith('yaml', 'RFC 9293 §3.4', 'RFC9293 3.4')[0]).toMatch(
      /^module.yaml:10: rfc.section is "RFC9293 3.4"/,
    );
    expect(problemsWith('yaml', /ko: 순서 번호 한 장, /, '')[0]).toMatch(/^module.yaml:3: title.ko is missing/);
    expect(problemsWith('yaml', 'order:', 'ordr:')).toHaveLength(2);
  });

  it('reports ids that are missing on one side, or stand in another order', () => {
    expect(problemsWith('ko', '## ack-meaning', '## ack-means')).toEqual([
      `en.md:${lineOf('en', '# Cards')}: The card "ack-means" is missing here; ko.md has it on line ${lineOf('ko', '## ack-meaning')}.`,
      `ko.md:${lineOf('ko', '# Cards')}: The card "ack-meaning" is missing here; en.md has it on line ${lineOf('en', '## ack-meaning')}.`,
    ]);
    const card = '## second-card\n\nQ?\n\n---\n\nA.\n\nRFC: RFC 9293 §3.4\n\n';
    const swapped = readModule({
      ...EXAMPLE,
      en: EXAMPLE.en.replace('# Interview', `${card}# Interview`),
      ko: EXAMPLE.ko.replace('## ack-meaning', `${card}## ack-meaning`),
    });
    expect(swapped.problems.map(({ message }) => message.en)).toEqual([
      'The card "second-card" stands in another place than in en.md; expected the same order.',
    ]);
  });

  it('reports lists of another length than in the other language', () => {
    const line = lineOf('ko', '# Key points');
    expect(problemsWith('ko', '- 순서 번호는 바이트를 셉니다.', '- 하나\n- 둘')).toEqual([
      `ko.md:${line}: 2 key points here and 1 in en.md; expected the same number.`,
    ]);
    expect(problemsWith('ko', /- 누적 확인 응답이라는 점.\n.*\n/, '')[0]).toMatch(
      /1 items of "Must have" here and 2 in en.md/,
    );
    expect(problemsWith('en', '### Traps', '### Bonus\n\n- More.\n\n### Traps')[0]).toMatch(
      /0 items of "Bonus" here and 1/,
    );
    expect(problemsWith('ko', '## 다음 번호', '### 다음 번호')[0]).toMatch(
      /headings, blocks and tables differ: here ### verb/,
    );
  });

  it('reports keywords that are none, stand elsewhere or in one language only', () => {
    const point = lineOf('en', '- It is cumulative.');
    expect(problemsWith('en', 'next | 401', 'next | ')).toEqual([
      `en.md:${point - 2}: "" is no keyword; expected words with | or ; between them, Korean ones of at least two syllables.`,
    ]);
    for (const bad of ['!', '가', 'a*b', '*'])
      expect(problemsWith('ko', '다음 | 401', `다음; ${bad}`)[0]).toMatch(/is no keyword/);
    expect(problemsWith('ko', '\n  Keywords: 다음 | 401', '')[0]).toBe(
      `ko.md:${lineOf('ko', '- 다음에 받을 바이트의 번호라는 점.')}: Keywords in en.md and none in ko.md (line ${point - 2} of en.md); expected both or neither.`,
    );
    const answer = 'A: 그래도 401입니다. 401~500의 빈 곳에서 멈춥니다.\nKeywords: 401';
    expect(problemsWith('ko', answer, answer.split('\n')[0] ?? '')[0]).toMatch(
      /^ko.md:\d+: Keywords in en.md and none/,
    );
    expect(problemsWith('en', 'Keywords: 401', 'Keywords: 401\nKeywords: 402')[0]).toMatch(
      /Expected one "Keywords:" line/,
    );
    expect(problemsWith('en', 'Keywords: next | 401', 'Keywords:')[0]).toMatch(/"Keywords:" ends a point/);
  });

  it('reports RFC sections that are none, missing, or differ', () => {
    const line = lineOf('en', 'RFC: RFC 9293 §3.4');
    const wrong = problemsWith('en', 'RFC: RFC 9293 §3.4', 'RFC: RFC 9293 3.4, §5');
    expect(wrong.slice(0, 2)).toEqual([
      `en.md:${line}: "RFC 9293 3.4" names no RFC section; expected a section such as RFC 9293 §3.10.7.4.`,
      `en.md:${line}: "§5" names no RFC section; expected a section such as RFC 9293 §3.10.7.4.`,
    ]);
    expect(problemsWith('ko', 'RFC: RFC 9293 §3.4', 'RFC: RFC 9293 §3.5')[0]).toMatch(
      /^ko.md:\d+: Other RFC sections than/,
    );
    expect(problemsWith('ko', 'RFC: RFC 9293 §3.4\n', '')[0]).toMatch(/^ko.md:\d+: No "RFC:" line here/);
    expect(problemsWith('en', 'RFC: RFC 9293 §3.4\n', 'RFC: RFC 9293 §3.4\nRFC: RFC 9293 §3.4\n')[0]).toMatch(
      /A second "RFC:"/,
    );
  });

  it('reports sections and parts that are missing, unknown or out of place', () => {
    expect(problemsWith('en', '# Key points', '# Key point')).toEqual([
      'en.md:1: "# Key points" is missing.',
      expect.stringMatching(/^en.md:\d+: "# Key point" is not expected here; the sections are, in this order: Lesson/),
    ]);
    expect(problemsWith('ko', '### Precise', '### Exact')[0]).toMatch(
      /^ko.md:\d+: "### Precise" is missing in this question/,
    );
    expect(problemsWith('en', '---', '')[0]).toMatch(/^en.md:\d+: 0 "---" lines in this card; expected one/);
    expect(problemsWith('en', 'A: Still 401', 'B: Still 401')[0]).toMatch(
      /^en.md:\d+: Expected a "Q: " line followed by/,
    );
    expect(problemsWith('ko', /^/, '서론\n\n')[0]).toBe('ko.md:1: Text before "# Lesson".');
  });

  it('reports what a terminal cannot show, on its line', () => {
    const insert = (markdown: string): string[] => problemsWith('en', '# Key points', `${markdown}\n\n# Key points`);
    const line = lineOf('en', '# Key points');
    expect(insert('> quoted')).toEqual([expect.stringMatching(`^en.md:${line}: Not shown in a terminal`)]);
    expect(insert('text\n\n***')).toEqual([expect.stringMatching(`^en.md:${line + 2}: Not shown in a terminal`)]);
    expect(insert('text\n---')).toEqual([expect.stringMatching(`^en.md:${line}: Not a heading of a lesson`)]);
    expect(insert('see [this](http://x)')).toEqual([expect.stringMatching(`^en.md:${line}: A link or an image`)]);
    expect(insert('text\n\n<div>\n</div>')).toEqual([expect.stringMatching(`^en.md:${line + 2}: Not shown`)]);
    expect(insert('a `b')).toEqual([expect.stringMatching(`^en.md:${line}: A \` without its partner`)]);
    expect(insert('a **b')).toEqual([expect.stringMatching(`^en.md:${line}: A \\*\\* without its partner`)]);
    expect(insert('text\n\n    indented')).toEqual([expect.stringMatching(`^en.md:${line + 2}: Indented text`)]);
    expect(insert('text\n\n- a\n- b\n  - c')).toEqual([expect.stringMatching(`^en.md:${line + 3}: A list item holds`)]);
    expect(insert('a\tb')).toEqual([expect.stringMatching(`^en.md:${line}: A tab or another control character`)]);
    expect(insert('a\u001b[31mb')).toEqual([expect.stringMatching(`^en.md:${line}: A tab or another control`)]);
  });

  it('measures fenced blocks and tables in terminal columns', () => {
    const fenced = (row: string): string[] => problemsWith('en', '  │ 300 bytes      seq 101              │', row);
    const line = lineOf('en', '  │ 300 bytes      seq 101              │');
    expect(fenced('x'.repeat(72))).toEqual([]);
    expect(fenced('─'.repeat(72))).toEqual([]);
    expect(fenced('가'.repeat(36))).toEqual([]);
    expect(fenced('가'.repeat(37))).toEqual([`en.md:${line}: 74 columns wide; expected at most 72 in a fenced block.`]);
    const table = (cell: string): string[] => {
      const text = `| a | b |\n|---|---|\n| ${cell} | 가 |\n\n# Key points`;
      const both = { en: EXAMPLE.en.replace('# Key points', text), ko: EXAMPLE.ko.replace('# Key points', text) };
      return readModule({ ...EXAMPLE, ...both }).problems.map(({ message }) => message.en);
    };
    expect(table('x'.repeat(72))).toEqual([]);
    expect(table('x'.repeat(73))).toEqual(Array(2).fill('The table (a, b) is 77 columns wide; expected at most 76.'));
  });
});

describe('any text at all', () => {
  const piece = fc.constantFrom(
    ...[
      '# Lesson\n',
      '# Cards\n',
      '## id\n',
      '### Bonus\n',
      '---\n',
      'RFC: RFC 9293 §3.4\n',
      '```\n',
      '- a\n',
      '| a |\n',
    ],
    ...['|---|\n', '**', '`', '> ', '1. ', '\t', '\u001b', 'Q: a\n', 'A: b\n', '\n', '<b>', '![x](y)', '가'],
  );

  it('never throws, and every problem is on a line of its file', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 40 }), (parts, noise) => {
        const text = parts.join('') + noise;
        const { problems } = readModule({ ...EXAMPLE, ko: text, en: text, yaml: noise });
        const lines = { 'ko.md': text, 'en.md': text, 'module.yaml': noise };
        for (const { file, line } of problems) {
          const source = lines[file.replace('content/example/', '') as keyof typeof lines];
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(source.split('\n').length);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws on a good file with something cut out', () => {
    const place = fc.nat({ max: EXAMPLE.ko.length });
    fc.assert(
      fc.property(place, fc.nat({ max: 60 }), piece, (at, length, put) => {
        const ko = EXAMPLE.ko.slice(0, at) + put + EXAMPLE.ko.slice(at + length);
        const { read, problems } = readModule({ ...EXAMPLE, ko });
        expect(read === null).toBe(problems.length > 0);
      }),
      { numRuns: 500 },
    );
  });
});
