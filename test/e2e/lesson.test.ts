import { describe, expect } from 'vitest';
import { test } from './learner.ts';
import { KEYS } from './terminal.ts';

const WORDS = [
  {
    language: 'en',
    first: 'What TCP is',
    second: 'Sequence and acknowledgment numbers',
    next: /Learn +What TCP is +next in your path/,
    after: /Learn +Sequence and acknowledgment numbers +next in your path/,
    parts: ['[Lesson]', '[Key points]', '[Interview]', '[Cards]', '[RFC]'],
    read: 'Enter marks it as read',
    isRead: '✓ read',
    asked: 'question 1 of',
    second2: 'question 2 of',
    answerFirst: 'Answer aloud',
    expected: 'What the interviewer expects',
    followUps: 'Follow-up questions',
    newCard: 'new',
    summary: '1 lesson finished',
  },
  {
    language: 'ko',
    first: 'TCP란',
    second: '순서 번호와 확인 응답 번호',
    next: /배우기 +TCP란 +다음 차례/,
    after: /배우기 +순서 번호와 확인 응답 번호 +다음 차례/,
    parts: ['[설명]', '[핵심]', '[면접]', '[카드]', '[RFC]'],
    read: '다 읽었으면 Enter를',
    isRead: '✓ 읽었습니다',
    asked: '질문 1/',
    second2: '질문 2/',
    answerFirst: '소리 내어 답한 다음',
    expected: '면접관이 기대하는 답',
    followUps: '꼬리 질문',
    newCard: '새 카드',
    summary: '개념 1개 완료',
  },
] as const;

/** The lines of the text itself, without the marks that say there is more. */
function textLines(lines: readonly string[]): string[] {
  return lines.slice(4, -2).map((line) => line.replace(/ +[▲▼]$/, '').trimEnd());
}

describe.each(WORDS)('a lesson ($language)', (words) => {
  test('is found from home, scrolled, read in all its parts and finished', async ({ learner }) => {
    const app = await learner.open(['--lang', words.language]);
    await app.waitFor(words.next);
    app.type(KEYS.enter);
    await app.waitFor((screen) => screen.includes(`❯   1. ${words.first}`) && screen.includes(`2. ${words.second}`));
    app.type(KEYS.enter);
    await app.waitFor(words.parts[0]);
    expect(learner.log()).toMatchObject([{ kind: 'lesson', module: 'tcp', what: 'opened' }]);

    // A line down and up, and to both ends.
    const top = textLines(app.lines());
    app.type('j');
    await app.waitFor(() => textLines(app.lines())[0] === top[1]);
    expect(textLines(app.lines()).slice(0, -1)).toEqual(top.slice(1));
    app.type(KEYS.up);
    await app.waitFor(() => textLines(app.lines())[0] === top[0]);
    expect(app.screen()).not.toContain(words.read);
    app.type('G');
    const end = await app.waitFor(words.read);
    expect(end).not.toContain('▼');
    app.type('g');
    await app.waitFor('▼');
    expect(textLines(app.lines())).toEqual(top);

    // Finished: on to the key points, and the log says so already.
    app.type(KEYS.enter);
    await app.waitFor(words.parts[1]);
    expect(learner.log()).toMatchObject([{ what: 'opened' }, { kind: 'lesson', module: 'tcp', what: 'finished' }]);
    await app.waitFor(/^ 1\. .+\n(.*\n)+ 2\. /m);

    app.type(KEYS.right);
    await app.waitFor((screen) => screen.includes(words.parts[2]) && screen.includes(words.asked));
    expect(app.screen()).toContain(words.answerFirst);
    expect(app.screen()).not.toContain(words.expected);
    app.type(' ');
    expect(await app.waitFor(words.expected)).not.toContain(words.answerFirst);
    app.type('G');
    await app.waitFor(words.followUps);
    app.type(KEYS.enter);
    await app.waitFor((screen) => screen.includes(words.second2) && screen.includes(words.answerFirst));

    app.type(KEYS.right);
    await app.waitFor((screen) => screen.includes(words.parts[3]) && screen.includes(words.newCard));
    app.type(KEYS.tab);
    await app.waitFor((screen) => screen.includes(words.parts[4]) && screen.includes('RFC 9293 §'));
    app.type(KEYS.tab);
    await app.waitFor(words.parts[0]);
    app.type('G');
    await app.waitFor(words.isRead);

    app.type(KEYS.escape);
    await app.waitFor(`❯ ✓ 1. ${words.first}`);
    app.type(KEYS.escape);
    await app.waitFor(words.after);
    app.type('q');
    await app.exited;
    await app.settled();
    expect(app.screen()).toContain(words.summary);
    expect(learner.log()).toHaveLength(2);
  });
});
