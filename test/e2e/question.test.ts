import { describe, expect } from 'vitest';
import { STATES, type State } from '../../src/tcp/state.ts';
import { answerKeys, type PrintedQuestion, questionNamed } from './answering.ts';
import { says, squeezed, test } from './learner.ts';
import { KEYS } from './terminal.ts';

const WORDS = [
  {
    language: 'en',
    right: 'Right.',
    why: 'Why',
    hint: 'Hint 1 of 3:',
    unreadable: 'That is not a number',
    nothing: 'Nothing was entered.',
    replay: 'Replay',
    end: 'the end',
    done: '2 questions answered, 1 right.',
    again: 'This is your second time with',
    summary: '2 questions answered, 1 right in',
  },
  {
    language: 'ko',
    right: '맞았습니다.',
    why: '풀이',
    hint: '힌트 1/3:',
    unreadable: '수가 아닙니다',
    nothing: '아무것도 입력하지 않았습니다.',
    replay: '다시 보기',
    end: '끝',
    done: '2문제 중 1문제를 맞혔습니다.',
    again: '틀린 것이 2번째입니다.',
    summary: '2문제 중 1문제 정답',
  },
] as const;

describe.each(WORDS)('a question ($language)', ({ language, ...words }) => {
  test('answered right, then one with the value of a wrong rule: verdict, solution, log, replay', async ({
    learner,
  }) => {
    const right = questionNamed('handshake.third-segment@e2e');
    const wrong = questionNamed('ack.in-order@e2e');
    const app = await learner.open(['--lang', language, 'practice', right.name, wrong.name], { rows: 40 });
    await app.waitFor(says(right.prompt[language]));
    app.type(answerKeys(right));
    const verdict = await app.waitFor(words.right);
    // On the disk before the verdict was on the screen.
    expect(learner.log()).toMatchObject([{ kind: 'answer', question: right.name, correct: true, where: 'practice' }]);
    expect(verdict).toContain(words.why);
    expect(verdict).not.toContain('✗');
    for (const { text, rfc } of right.explanation) expect(squeezed(verdict)).toContain(squeezed(text[language] + rfc));
    for (const value of Object.values(right.answer)) expect(verdict).toMatch(new RegExp(`✓ \\w+ ${value}\\b`));

    app.type(KEYS.enter);
    await app.waitFor(says(wrong.prompt[language]));
    const rule = wrong.wrongRules.find(({ field }) => field === 'ack');
    if (rule === undefined) throw new Error('no wrong rule');
    app.type(answerKeys(wrong, { ack: rule.value }));
    const told = await app.waitFor('✗');
    expect(learner.log()[1]).toMatchObject({ question: wrong.name, correct: false, rules: [rule.rule], grade: 1 });
    expect(told).toMatch(new RegExp(`✗ ${rule.value} `));
    expect(told).toMatch(new RegExp(`✓ ${wrong.answer.ack} `));
    expect(squeezed(told)).toContain(squeezed(rule.mistake[language]));
    expect(squeezed(told)).toContain(squeezed(rule.correction[language]));
    expect(squeezed(told)).toContain(squeezed(wrong.explanation.at(-1)?.text[language] ?? '?'));

    // Watched, and back to the very verdict.
    app.type('w');
    const watched = await app.waitFor(words.replay);
    // It begins where the question was asked, not at LISTEN; g goes to the beginning.
    expect(watched).toContain('ESTABLISHED');
    app.type('g');
    await app.waitFor(says(wrong.prompt[language]));
    app.type('G');
    await app.waitFor((screen) => screen.includes(words.end) && screen.includes(String(wrong.answer.ack)));
    app.type(KEYS.escape);
    await app.waitFor((screen) => screen === told);

    app.type(KEYS.enter);
    const done = await app.waitFor(words.done);
    expect(done).toContain(wrong.name);
    expect(done).not.toContain(right.name);
    expect(squeezed(done)).toContain(squeezed(rule.name[language]));

    // The missed one again, wrong by the same rule: the second time.
    app.type('m');
    await app.waitFor(says(wrong.prompt[language]));
    app.type(answerKeys(wrong, { ack: rule.value }));
    await app.waitFor(says(words.again));
    expect(learner.log()).toHaveLength(3);
  });

  test('takes hexadecimal and separators; says what it cannot read, at no cost; hints', async ({ learner }) => {
    const question = questionNamed('handshake.third-segment@a');
    const app = await learner.open(['--lang', language, 'practice', question.name]);
    await app.waitFor(says(question.prompt[language]));
    app.type(KEYS.enter);
    await app.waitFor(words.nothing);
    app.type('0x', KEYS.enter);
    await app.waitFor((screen) => screen.includes(words.unreadable) && !screen.includes(words.nothing));
    expect(learner.log()).toEqual([]);
    app.type(KEYS.backspace, KEYS.backspace, 'h');
    await app.waitFor((screen) => screen.includes(words.hint) && says(question.hints[0]?.[language] ?? '?')(screen));

    const seq = `0x${Number(question.answer.seq).toString(16).toUpperCase()}`;
    const ack = Number(question.answer.ack).toLocaleString('en-US');
    app.type(seq, KEYS.enter);
    await app.waitFor((screen) => screen.includes(` ${seq}`) && screen.includes('❯ ack'));
    app.type(ack);
    await app.waitFor(` ${ack}`);
    app.type(KEYS.enter);
    await app.waitFor(words.right);
    // A hint costs: right, but 'hard'.
    expect(learner.log()).toMatchObject([{ correct: true, hinted: true, given: { seq, ack }, grade: 2 }]);
  });

  test('flags, states, choices and an order: by keys', async ({ learner }) => {
    const questions = [
      'handshake.flags@c',
      'state.next@b',
      'close.active-closer@b',
      'handshake.order@e2e',
      'close.four-segments@e2e',
    ].map(questionNamed);
    const app = await learner.open(['--lang', language, 'practice', ...questions.map(({ name }) => name)], {
      rows: 40,
    });
    for (const question of questions) {
      await app.waitFor(says(question.prompt[language]));
      app.type(answerKeys(question));
      const verdict = await app.waitFor(words.right);
      expect(verdict).not.toContain('✗');
      expect(learner.log().at(-1)).toMatchObject({ question: question.name, correct: true, rules: [] });
      app.type(KEYS.enter);
    }
    expect(learner.log()).toHaveLength(questions.length);
  });

  test('flags, states, choices and an order: by arrows and space, wrong first', async ({ learner }) => {
    const [flags, state, choices, order] = [
      'handshake.flags@c',
      'state.next@c',
      'close.active-closer@a',
      'handshake.order@a',
    ].map(questionNamed) as [PrintedQuestion, PrintedQuestion, PrintedQuestion, PrintedQuestion];
    const names = [flags, state, choices, order].map(({ name }) => name);
    const app = await learner.open(['--lang', language, 'practice', ...names], { rows: 40 });

    // SYN, ACK, FIN, RST, PSH: the first two are the answer. FIN is set and taken off again.
    await app.waitFor(says(flags.prompt[language]));
    expect(flags.answer.flags).toEqual(['SYN', 'ACK']);
    app.type(' ', KEYS.right, ' ', KEYS.right, ' ');
    await app.waitFor('● SYN  ● ACK [● FIN] ○ RST');
    app.type(' ', KEYS.enter);
    await app.waitFor(words.right);
    app.type(KEYS.enter);

    // From CLOSED down the list to the state asked for.
    await app.waitFor(says(state.prompt[language]));
    const wanted = String(state.answer.state);
    app.type(...Array.from({ length: STATES.indexOf(wanted as State) + 1 }, () => KEYS.right));
    await app.waitFor(`[${wanted}]`);
    app.type(KEYS.enter);
    await app.waitFor(words.right);
    app.type(KEYS.enter);

    await app.waitFor(says(choices.prompt[language]));
    for (const field of choices.fields) {
      const place = field.options.findIndex(({ id }) => id === choices.answer[field.id]);
      const chosen = field.options[place]?.text[language] ?? '?';
      app.type(...Array.from({ length: place + 1 }, () => KEYS.down));
      await app.waitFor((screen) => screen.split('\n').some((line) => line.includes('❯') && line.includes(chosen)));
      app.type(KEYS.enter);
    }
    await app.waitFor(words.right);
    app.type(KEYS.enter);

    // The order of a wrong rule: told by its rule.
    const [rule] = order.wrongRules;
    if (rule === undefined || typeof rule.value !== 'object') throw new Error('no wrong order');
    await app.waitFor(says(order.prompt[language]));
    let at = 0;
    for (const id of rule.value) {
      const place = order.fields[0]?.options.findIndex((option) => option.id === id) ?? -1;
      app.type(...Array.from({ length: Math.abs(place - at) }, () => (place > at ? KEYS.down : KEYS.up)), ' ');
      at = place;
    }
    await app.waitFor(new RegExp(`❯ .*(\\d > ){${rule.value.length - 1}}\\d`));
    app.type(KEYS.enter);
    await app.waitFor(says(rule.mistake[language]));
    expect(learner.log().map((event) => event.kind === 'answer' && [event.correct, event.rules])).toEqual([
      [true, []],
      [true, []],
      [true, []],
      [false, [rule.rule]],
    ]);
  });
});
