import { describe, expect } from 'vitest';
import { answerKeys, questionNamed } from './answering.ts';
import { test } from './learner.ts';
import { KEYS } from './terminal.ts';

/** What a terminal sends for a paste when the program has asked for pastes to be marked. */
function pasted(text: string): string {
  return `\u001b[200~${text}\u001b[201~`;
}

describe('keys that arrive together', () => {
  test('a digit and Enter in one write choose and answer', async ({ learner }) => {
    const question = questionNamed('close.time-wait@b');
    const app = await learner.open(['practice', question.name]);
    await app.waitFor('❯');
    app.type(answerKeys(question));
    expect(answerKeys(question)).toMatch(/^\d\r$/);
    await app.waitFor('Right.');
  });

  test('jj moves two lines; jjk one', async ({ learner }) => {
    const app = await learner.open([]);
    app.type('l');
    await app.waitFor('❯   1.');
    app.type('jj');
    await app.waitFor('❯   3.');
    app.type('jjk');
    await app.waitFor('❯   4.');
  });

  test('keys typed ahead wait for the screen they are meant for', async ({ learner }) => {
    const app = await learner.open([]);
    // Home: Learn, its third concept, done reading, next part (interview), answer.
    app.type('l', 'jj', KEYS.enter, KEYS.enter, KEYS.right, ' ');
    await app.waitFor((screen) => screen.includes('[Interview]') && screen.includes('What the interviewer expects'));
    expect(learner.log()).toMatchObject([
      { what: 'opened', module: 'handshake' },
      { what: 'finished', module: 'handshake' },
    ]);
  });

  test('a whole session typed ahead is answered question by question', async ({ learner }) => {
    const questions = ['ack.in-order@a', 'handshake.flags@b', 'seq.next@c'].map(questionNamed);
    const app = await learner.open(['practice', ...questions.map(({ name }) => name)]);
    app.type(questions.map((question) => answerKeys(question) + KEYS.enter).join(''));
    await app.waitFor('3 questions answered, 3 right.');
    expect(learner.log().map((event) => event.kind === 'answer' && event.question)).toEqual(
      questions.map(({ name }) => name),
    );
  });
});

describe('text that comes some other way', () => {
  test('pasted answers fill the field and answer nothing by themselves', async ({ learner }) => {
    const question = questionNamed('handshake.third-segment@e2e');
    const app = await learner.open(['practice', question.name]);
    await app.waitFor('❯ seq');
    expect(app.output).toContain('\u001b[?2004h');
    app.type(pasted(`${question.answer.seq}\r\n${question.answer.ack}\r\nq\u0003`));
    await app.waitFor((screen) => screen.includes(`❯ seq  ${question.answer.seq}`));
    expect(learner.log()).toEqual([]);
    app.type('\u0015', pasted(`seq=${question.answer.seq}\r\n`));
    await app.waitFor((screen) => /❯ seq {2}\d+$/m.test(screen));
    app.type(KEYS.enter, pasted(` ${question.answer.ack}`), KEYS.enter);
    await app.waitFor('Right.');
    app.type(KEYS.ctrlC);
    await app.exited;
    await app.settled();
    expect(app.output).toContain('\u001b[?2004l');
  });

  test('Korean syllables, composed or not, do a number field no harm', async ({ learner }) => {
    const question = questionNamed('ack.in-order@b');
    const app = await learner.open(['--lang', 'ko', 'practice', question.name]);
    await app.waitFor('❯ ack');
    const before = app.screen();
    app.type('확인 응답', '번호'.normalize('NFD'), '😀', '가나다');
    app.type('7');
    await app.waitFor(/❯ ack +7$/m);
    app.type(KEYS.backspace);
    await app.waitFor((screen) => screen === before);
    app.type('한', answerKeys(question));
    await app.waitFor('맞았습니다.');
    expect(learner.log()).toMatchObject([{ given: { ack: String(question.answer.ack) }, correct: true }]);
  });

  test('full-width digits of such a keyboard are digits', async ({ learner }) => {
    const question = questionNamed('ack.in-order@b');
    const wide = String(question.answer.ack).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    const app = await learner.open(['--lang', 'ko', 'practice', question.name]);
    await app.waitFor('❯ ack');
    app.type(wide, KEYS.enter);
    await app.waitFor('맞았습니다.');
    expect(learner.log()).toMatchObject([{ given: { ack: wide }, correct: true }]);
  });

  test('with the Korean keyboard on, commands work by the same keys', async ({ learner }) => {
    const app = await learner.open(['--lang', 'ko'], { env: { LANG: 'ko_KR.UTF-8' } });
    // ㅓ is j and ㅏ is k on the two-set keyboard.
    await app.waitFor(/❯ 배우기/);
    app.type('ㅓㅓ');
    await app.waitFor(/❯ 시험/);
    app.type('ㅏ');
    await app.waitFor(/❯ 연습/);
    app.type('ㅂ');
    expect((await app.exited).exitCode).toBe(0);
  });
});
