import type { Words } from './en.ts';
import { dateKo, durationKo, spanKo } from './format.ts';

/** 한국어. */
export const ko: Words = {
  shell: {
    keys: '키',
    typingTakesLetters: '입력하는 동안 글자 키는 입력란에 들어갑니다. Esc로 나갑니다.',
    tooSmall: (columns, rows, haveColumns, haveRows) =>
      `seqack에는 ${columns} x ${rows} 이상의 창이 필요합니다. 지금은 ${haveColumns} x ${haveRows}입니다. 창을 키우거나 글자를 줄여 주세요.`,
    number: (n) => n.toLocaleString('ko-KR'),
    percent: (share) => `${Math.round(share * 100)}%`,
    about: (ms) => `약 ${spanKo(ms)}`,
    took: (ms) => durationKo(ms),
    date: (ms) => dateKo(ms),
    days: (n) => `${n}일`,
    minutes: (n) => `${n}분`,
    questions: (n) => `${n}문제`,
    cards: (n) => `카드 ${n}장`,
    on: '켬',
    off: '끔',
    none: '없음',
    yes: '예',
    no: '아니요',
  },
  home: {
    review: '복습',
    due: (n, about) => `${n}개, ${about}`,
    nothingDue: '지금은 복습할 것이 없습니다',
    learn: '배우기',
    nextInPath: '다음 차례',
    allRead: '모든 개념을 읽었습니다',
    practise: '연습',
    practiseAbout: '시뮬레이터가 방금 만든 문제',
    quiz: '시험',
    quizAbout: (n, minutes) => `${n}문제, ${minutes}분`,
    simulator: '시뮬레이터',
    simulatorAbout: '연결을 세그먼트 단위로 보기',
    progress: '진도',
    progressAbout: '아는 것과 복습할 때',
    settings: '설정',
    settingsAbout: '언어, 학습량, 화면',
  },
  summary: {
    answers: (n, right) => `${n}문제 중 ${right}문제 정답`,
    cards: (n) => `카드 ${n}장 복습`,
    lessons: (n) => `개념 ${n}개 완료`,
    quizzes: (n) => `시험 ${n}회`,
    line: (parts, ms) => `${spanKo(ms)} 동안 ${parts.join(', ')}.`,
    due: (n) => (n === 0 ? '지금 복습할 것은 더 없습니다.' : `지금 복습할 것이 ${n}개 있습니다: seqack review`),
    failed: (reason) => `seqack이 멈췄습니다: ${reason}`,
  },
};
