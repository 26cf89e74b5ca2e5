import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compileContent } from '../../src/curriculum/compile.ts';
import { mentions } from '../../src/curriculum/keywords.ts';
import type { InterviewQuestion, Point } from '../../src/curriculum/module.ts';

const { modules, problems } = compileContent(fileURLToPath(new URL('../../content', import.meta.url)));

const questions = modules.flatMap((module) =>
  module.interview.map((question) => [`${module.id}/${question.id}`, question] as const),
);

// Modules with a problem are left out, and would be left out here without a word.
it('are read without a problem', () => expect(problems).toEqual([]));

/** The points that are not taken to be mentioned by a text in the language of its keywords alone. */
function silent(points: readonly Point[], text: (point: Point) => string, language: 'ko' | 'en'): string[] {
  return points.flatMap((point) => {
    const { keywords } = point;
    if (keywords === null) return [];
    const own = language === 'ko' ? { ko: keywords.ko, en: [] } : { ko: [], en: keywords.en };
    return mentions(text(point), own) ? [] : [point.text[language]];
  });
}

/** The places of the points that a text seems to mention. */
function seen(list: readonly Point[], text: string): number[] {
  return list.flatMap(({ keywords }, place) => (keywords !== null && mentions(text, keywords) ? [place] : []));
}

function points({ mustHave, bonus, traps }: InterviewQuestion): readonly Point[] {
  return [...mustHave, ...bonus, ...traps];
}

describe.each(questions)('the keywords of %s', (_, question) => {
  it.each(['ko', 'en'] as const)('find each must-have point in the model answer (%s)', (language) => {
    const model = `${question.expected[language]}\n${question.precise[language]}`;
    expect(silent(question.mustHave, () => model, language)).toEqual([]);
  });

  it.each(['ko', 'en'] as const)(
    'find each point in its own words, and each follow-up in its answer (%s)',
    (language) => {
      expect(silent(points(question), ({ text }) => text[language], language)).toEqual([]);
      const answers = question.followUps.map(({ answer, keywords }) => ({ text: answer, keywords }));
      expect(silent(answers, ({ text }) => text[language], language)).toEqual([]);
    },
  );

  it.each(['ko', 'en'] as const)(
    'take the precise answer for no trap, and a question for no point (%s)',
    (language) => {
      const taken = (text: string, of: readonly Point[]): string[] =>
        of.flatMap((point) =>
          point.keywords !== null && mentions(text, point.keywords) ? [point.text[language]] : [],
        );
      expect(taken(question.precise[language], question.traps)).toEqual([]);
      expect(taken('', points(question))).toEqual([]);
      expect(taken(question.question[language], question.mustHave)).toEqual([]);
    },
  );
});

/** The three questions of the seed note, and what that note answers: half right, or folklore. */
const SEED = [
  [
    'three-and-four/three-vs-four',
    '클라이언트가 데이터 전송을 마쳤다 하더라도 서버는 아직 보낼 데이터가 남아있을 수 있기 때문에 일단 FIN에 대한 ACK만 보내고, 데이터를 모두 전송한 후에 자신도 FIN 메시지를 보내기 때문',
    { mustHave: [2], traps: [] },
  ],
  [
    'late-segment/late-data',
    'TIME-WAIT 부분이 답. TCP는 이러한 현상에 대비해 클라이언트는 FIN 플래그를 수신하더라도 일정시간동안 세션을 남겨놓고, 잉여 패킷을 기다림',
    { mustHave: [], traps: [0] },
  ],
  [
    'isn/why-not-zero',
    '포트는 유한 범위 내에서 사용하고, 시간이 지남에 따라 재사용 됨. 두 통신 호스트가 과거에 사용된 포트 번호 쌍을 사용하는 가능성 존재함. 서버 측에서는 패킷의 SYN을 보고 패킷을 구분하게 되는데 난수가 아닌 순차 Number 를 전송하게 된다면 이전 Connection으로 부터 오는 패킷으로 인식가능.',
    { mustHave: [], traps: [0, 1] },
  ],
] as const;

describe.each(SEED)('the question %s of the seed note', (name, answer, expected) => {
  const [, question] = questions.find(([one]) => one === name) ?? [];
  if (question === undefined) throw new Error(`no question ${name}`);

  it('has keywords for all of its points and follow-ups', () => {
    for (const { keywords } of [...points(question), ...question.followUps]) expect(keywords).not.toBeNull();
    expect(question.mustHave.length).toBeGreaterThanOrEqual(3);
    expect(question.bonus.length).toBeGreaterThanOrEqual(2);
    expect(question.traps.length).toBeGreaterThanOrEqual(3);
    expect(question.followUps.length).toBeGreaterThanOrEqual(3);
  });

  it('is seen through when answered as the note does', () => {
    expect({ mustHave: seen(question.mustHave, answer), traps: seen(question.traps, answer) }).toEqual(expected);
  });
});

/** Answers as people give them, whole, half and wrong, with what their words seem to mention. */
const ANSWERS = [
  [
    'three-and-four/three-vs-four',
    '연결할 때는 서버가 SYN에 대한 응답과 자기 SYN을 묶어서 보낼 수 있지만, 끊을 때는 서버가 아직 보낼 게 남아 있을 수 있어서 ACK 먼저 보내고 나중에 FIN을 보냅니다.',
    { mustHave: [0, 2], traps: [] },
  ],
  [
    'three-and-four/three-vs-four',
    'When opening, the server can put its SYN and the ACK in one packet. When closing, the server may still have data to send, so it first ACKs and sends its FIN later when the app calls close.',
    { mustHave: [0, 1, 2], traps: [] },
  ],
  ['three-and-four/three-vs-four', '모르겠습니다. 항상 4번 필요합니다.', { mustHave: [], traps: [0] }],
  [
    'late-segment/late-data',
    'The FIN has a sequence number, so the client sees a hole before it and keeps sending duplicate ACKs until the data is retransmitted; only then it handles the FIN and moves to TIME_WAIT.',
    { mustHave: [0, 1, 2], traps: [] },
  ],
  [
    'late-segment/late-data',
    '클라이언트가 TIME_WAIT 상태로 일정 시간 기다리기 때문에 늦게 온 패킷을 받을 수 있습니다.',
    { mustHave: [], traps: [0] },
  ],
  [
    'late-segment/late-data',
    'The client stays in TIME_WAIT for some time so that delayed packets can still be received.',
    { mustHave: [], traps: [0] },
  ],
  [
    'isn/why-not-zero',
    '0부터 시작하면 해커가 시퀀스 넘버를 알아내서 패킷을 조작할 수 있고, 같은 포트를 다시 쓸 때 예전 패킷이랑 헷갈릴 수 있어서 랜덤으로 정합니다.',
    { mustHave: [0, 1], traps: [] },
  ],
  [
    'isn/why-not-zero',
    'Old packets of a previous connection on the same ports might be mistaken for new data, and a hacker could guess the numbers and spoof packets. Hence a clock, M, plus a keyed hash, F.',
    { mustHave: [0, 1, 2], traps: [] },
  ],
] as const;

describe('answers as people give them', () => {
  it.each(ANSWERS)('%s: %s', (name, answer, expected) => {
    const [, question] = questions.find(([one]) => one === name) ?? [];
    expect(question && { mustHave: seen(question.mustHave, answer), traps: seen(question.traps, answer) }).toEqual(
      expected,
    );
  });
});
