import { durationKo, grouped } from './format.ts';
import type { ProgressWords } from './progress-en.ts';

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** '2026-12-12'의 '12월 12일'. */
const day = (date: string): string => `${Number(date.slice(5, 7))}월 ${Number(date.slice(8))}일`;

/** 진도 화면과 `seqack stats`의 말. */
export const progressKo: ProgressWords = {
  title: '진도',
  parts: {
    overview: '한눈에',
    memory: '기억',
    reviews: '복습',
    time: '시간',
    mistakes: '착각',
    concepts: '개념',
    skills: '문제 유형',
  },
  overview: '한눈에',
  streak: '연속 학습',
  streakOf: (days, again) =>
    again === null ? `${days}, 하루 쉴 수 있음` : `${days}, ${day(again)}부터 다시 쉴 수 있음`,
  restDay: '쉬는 날',
  restAvailable: '하루 쉴 수 있음',
  restUsed: (on, again) => `${day(on)}에 쉼, 다음은 ${day(again)}부터`,
  empty: '아직 기록이 없습니다. 홈(esc)에서 p를 누르면 첫 문제를 풀고, l을 누르면 첫 개념부터 배웁니다.',
  answered: '답한 문제',
  answeredOf: (n, right, share) =>
    n === 0 ? '아직 없음' : `${grouped(n)}문제 중 ${grouped(right)}문제 정답(${share})`,
  time: '보통 걸리는 시간',
  perQuestion: (time) => `문제당 ${time}`,
  cards: '넘긴 카드',
  lessons: '읽은 개념',
  of: (n, all) => `${all}개 중 ${n}개`,
  interviews: '면접 답변',
  spent: '학습 시간',
  bestQuiz: '최고 기록',
  quiz: (right, of, time) => `${of}문제 중 ${right}문제, ${time}`,
  calendar: '지난 반년',
  activeDays: (n, of) => `지난 ${of}일 중 ${n}일 학습했습니다.`,
  weekdays: ['월', '화', '수', '목', '금', '토', '일'],
  month: (n) => `${n}월`,
  day,
  chartDay: (date) => `${Number(date.slice(5, 7))}/${Number(date.slice(8))}`,

  retention: '실제 기억률',
  retentionAbout: '외운 뒤 다른 날에 다시 나온 항목 중 기억하고 있던 비율을 FSRS의 예측과 비교합니다.',
  verdictRule: (fewest) =>
    `예측이 실제 비율의 99% 신뢰 구간 안에 있으면 '예측대로'입니다. 복습이 ${fewest}번보다 적으면 판단하지 않습니다.`,
  spans: (days) => (days === 'all' ? '전체' : days === 1 ? '오늘' : `최근 ${days}일`),
  recalled: '기억',
  forecasted: '예측',
  difference: '차이(%p)',
  reviewCount: '복습',
  ages: { young: '익히는 중(안정도 21일 미만)', mature: '익숙함(안정도 21일 이상)' },
  verdicts: {
    'too-few': '자료 부족',
    'as-forecast': '예측대로',
    better: '예측보다 높음',
    worse: '예측보다 낮음',
  },
  retentionSaid: (span, recalled, reviews, share, forecast, verdict) =>
    `${span}: ${grouped(reviews)}번 중 ${grouped(recalled)}번 기억(${percent(share)}), 예측 ${percent(forecast)}, ${verdict}.`,
  noReviewsIn: (span) => `${span}: 복습 없음.`,
  noReviews:
    '아직 다시 나온 항목이 없습니다. 오늘 복습하거나 푼 항목이 다른 날 다시 나오면, 얼마나 기억하고 있었는지 여기에 나옵니다.',
  calibration: '예측을 믿을 만한가',
  calibrationPlot: '세로: 실제 기억률, 가로: 예측',
  legend: (many, few, line, fewest) => `${many} 복습 ${fewest}번 이상   ${few} 그보다 적음   ${line} 예측과 같은 선`,
  tooFewToPlot: (fewest) => `복습이 ${fewest}번 이상인 구간이 아직 없어 그래프를 그리지 않습니다.`,
  bandSaid: (from, to, recalled, reviews, share, verdict) =>
    `예측 ${Math.round(from * 100)}~${percent(to)}: ${grouped(reviews)}번 중 ${grouped(recalled)}번 기억(${percent(share)}), ${verdict}.`,
  errors: (rmse, logLoss, reviews) =>
    `복습 ${grouped(reviews)}번에서 구간별 RMSE ${rmse}, 로그 손실 ${logLoss}입니다. 낮을수록 예측이 정확합니다.`,

  forecast: '앞으로 30일 동안의 복습',
  forecastAbout: '지금 일정대로일 때의 수입니다. 그사이 복습한 항목은 나중에 다시 나옵니다.',
  inDays: (n) => (n === 0 ? '오늘' : n === 1 ? '내일' : `${n}일 뒤`),
  comesBack: (date, n) => `${day(date)}: ${grouped(n)}개`,
  overdue: (n) => `오늘 복습 중 ${grouped(n)}개는 날짜가 지났습니다.`,
  later: (n) => `그 뒤로 ${grouped(n)}개가 더 있습니다.`,
  nothingComesBack: '앞으로 30일 동안 복습할 항목이 없습니다.',
  exam: (date) => `시험일은 ${day(date)}입니다. 그 전에 모든 항목이 한 번 더 나옵니다.`,
  freshNow: (n) => `지금 시작할 수 있는 새 항목은 ${grouped(n)}개입니다. 홈의 복습에서 시작합니다.`,

  today: '오늘',
  week: '최근 7일',
  perDay: '하루 평균',
  perDayOf: (time, days) => `${time}(최근 30일 중 학습한 ${days}일 기준)`,
  inAll: '전체',
  byConcept: '개념별',
  pace: '주별 정답 시간(중앙값)',
  paceAbout: '힌트 없이 맞힌 문제만 셉니다. 어려운 문제를 푼 주는 더 느립니다.',
  paceSaid: (date, time, answers) => `${day(date)} 주: ${time}, 정답 ${grouped(answers)}개.`,
  paceChange: {
    faster: (now, before) => `4주 전보다 빠릅니다(4주 전 ${before}, 지금 ${now}).`,
    slower: (now, before) => `4주 전보다 느립니다(4주 전 ${before}, 지금 ${now}).`,
    same: (now, before) => `4주 전과 비슷합니다(4주 전 ${before}, 지금 ${now}).`,
  },
  paceTooFew: (fewest) => `이번 주나 지난주, 그리고 그 4주 전에 정답이 ${fewest}개 이상 있어야 비교합니다.`,
  noPace: '지난 반년 동안 맞힌 문제가 아직 없습니다. 문제를 풀면 얼마나 빨라지는지 주마다 보여 줍니다.',
  seconds: (ms) => durationKo(ms),

  rules: '자주 하는 착각(최근 90일)',
  noRules: '아직 없습니다. 흔한 착각 때문에 틀리면 그 착각이 여기에 나오고, 골라서 집중 연습을 할 수 있습니다.',
  times: (n) => `${n}번`,
  trends: { fading: '줄어듦', growing: '늘어남', steady: '그대로', 'too-few': '자료 부족' },
  ruleRates: (recent, recentRate, before, beforeRate) =>
    `최근 30일: ${rate(recent, recentRate)}, 그 전 60일: ${rate(before, beforeRate)}`,
  ruleSaid: (name, times, trend) => `${name}: ${grouped(times)}번, ${trend}.`,

  concepts: '개념',
  skills: '문제 유형',
  mastery: '숙달',
  seen: '본 항목',
  due: '복습',
  right: '정답',
  median: '시간',
  spentShort: '학습 시간',
  suspended: '복습에서 뺌',
  suspendedOf: (n) => `복습에서 ${n}개 뺌`,
  masterySaid: (name, known, rest) => `${name}: ${[`숙달 ${known}`, ...rest].join(', ')}.`,
  seenSaid: (seen, items) => `${items}개 중 ${seen}개 봄`,
  dueSaid: (n) => `오늘 복습 ${n}개`,
  rightSaid: (right, answered) => `${answered}문제 중 ${right}문제 정답`,
  timeSaid: (time) => `보통 ${time}`,
  spentSaid: (time) => `학습 시간 ${time}`,
};

function rate(times: number, share: number | null): string {
  return share === null ? '푼 문제 없음' : `${grouped(times)}번(100문제당 ${(share * 100).toFixed(1)}번)`;
}
