import { quoted } from '../../documents/problem.ts';
import type { Text } from '../../language.ts';
import type { HostName } from '../../trace/trace.ts';
import { count, durationEn, durationKo, grouped, spanEn, spanKo } from '../../ui/text/format.ts';

/** 0.854 as 85%; a dash where there is nothing to divide. */
export function percent(share: number | null): string {
  return share === null ? '-' : `${Math.round(share * 100)}%`;
}

/** What `seqack stats` prints. */
export const stats = {
  answers: (answered: number, share: number | null, medianMs: number | null): Text => ({
    en: `${count(answered, 'question', 'questions')} answered, ${percent(share)} right${medianMs === null ? '' : `, usually in ${durationEn(medianMs)}`}`,
    ko: `답한 문제 ${answered}개, 정답률 ${percent(share)}${medianMs === null ? '' : `, 문제당 보통 ${durationKo(medianMs)}`}`,
  }),
  others: (cards: number, lessons: number, quizzes: number, interviews: number): Text => ({
    en: `${count(cards, 'card', 'cards')} graded, ${count(lessons, 'lesson', 'lessons')} finished, ${count(quizzes, 'quiz', 'quizzes')} taken, ${count(interviews, 'interview question', 'interview questions')} answered`,
    ko: `넘긴 카드 ${cards}장, 읽은 개념 ${lessons}개, 시험 ${quizzes}회, 답한 면접 질문 ${interviews}개`,
  }),
  habit: (days: number, timeMs: number): Text => ({
    en: `${count(days, 'day', 'days')} in a row, ${spanEn(timeMs)} in all`,
    ko: `연속 ${days}일, 학습 시간 ${spanKo(timeMs)}`,
  }),
  bestQuiz: (correct: number, asked: number, tookMs: number): Text => ({
    en: `best quiz: ${correct} of ${asked} in ${durationEn(tookMs)}`,
    ko: `최고 기록: ${asked}문제 중 ${correct}문제, ${durationKo(tookMs)}`,
  }),
  noneYet: {
    en: 'No answers yet. Begin with: seqack learn',
    ko: '아직 푼 문제가 없습니다. 시작하려면: seqack learn',
  },
  concepts: { en: 'Concepts', ko: '개념' },
  skills: { en: 'Skills', ko: '문제 유형' },
  lastDays: { en: 'Answers per day, last 14 days', ko: '최근 14일 동안 하루에 답한 수' },
  mastery: { en: 'mastery', ko: '숙달' },
  seen: { en: 'seen', ko: '본 항목' },
  due: { en: 'due', ko: '복습' },
  suspended: { en: 'suspended', ko: '복습에서 뺌' },
  suspendedOf: (n: number): Text => ({ en: `${n} suspended`, ko: `복습에서 ${n}개 뺌` }),
  right: { en: 'right', ko: '정답률' },
  answered: { en: 'answered', ko: '답한 수' },
  usually: { en: 'usually', ko: '보통' },
} as const satisfies Readonly<Record<string, Text | ((...values: never[]) => Text)>>;

/** What `seqack due` prints. */
export const due = {
  now: (all: number, fresh: number): Text => ({
    en: `Due now: ${all}${fresh > 0 ? ` (${fresh} new)` : ''}`,
    ko: `지금 복습할 항목: ${all}개${fresh > 0 ? ` (새 항목 ${fresh}개)` : ''}`,
  }),
  today: (all: number): Text => ({ en: `Today in all: ${all}`, ko: `오늘 모두: ${all}개` }),
  coming: { en: 'Coming back', ko: '날짜별 복습' },
  card: { en: 'card', ko: '카드' },
  skill: { en: 'question', ko: '문제' },
  fresh: { en: 'new', ko: '새 항목' },
  nothing: { en: 'Nothing is due.', ko: '지금 복습할 항목이 없습니다.' },
  held: (n: number): Text => ({
    en: `${count(n, 'more item waits', 'more items wait')} for tomorrow: the daily limit is reached.`,
    ko: `하루 한도에 이르러 ${n}개는 내일로 넘어갑니다.`,
  }),
  setAside: (suspended: number, buried: number): Text => ({
    en: `Set aside: ${suspended} suspended, ${buried} until tomorrow`,
    ko: `따로 둔 항목: 복습에서 뺀 것 ${suspended}개, 내일로 미룬 것 ${buried}개`,
  }),
} as const satisfies Readonly<Record<string, Text | ((...values: never[]) => Text)>>;

/** What `seqack exam` prints. */
export const exam = {
  none: {
    en: 'No interview or exam is set. Set one: seqack exam 2027-01-31',
    ko: '면접이나 시험 날짜가 없습니다. 정하려면: seqack exam 2027-01-31',
  },
  over: (date: string): Text => ({
    en: `The interview or exam of ${date} is over. The next one: seqack exam DATE, or: seqack exam none`,
    ko: `${date} 면접이나 시험이 지났습니다. 다음 날짜를 정하거나(seqack exam 날짜) 지우세요(seqack exam none).`,
  }),
  today: (date: string): Text => ({
    en: `The interview or exam is today, ${date}.`,
    ko: `오늘(${date})이 면접이나 시험 날입니다.`,
  }),
  ahead: (date: string, days: number): Text => ({
    en: `Interview or exam on ${date}: ${count(days, 'day', 'days')} left`,
    ko: `면접·시험 날짜: ${date}, ${days}일 남음`,
  }),
  unmet: (unmet: number, all: number): Text => ({
    en: `Not met yet: ${unmet} of ${count(all, 'item', 'items')}`,
    ko: `아직 만나지 않은 항목: ${all}개 중 ${unmet}개`,
  }),
  newPerDay: (n: number): Text => ({ en: `New items a day: ${n}`, ko: `하루에 새로 배울 항목: ${n}개` }),
  perDay: (n: number): Text => ({
    en: `Items a day, new and again: ${n}`,
    ko: `새 항목과 복습을 합쳐 하루: ${n}개`,
  }),
  recall: (share: number): Text => ({
    en: `Chance of recall on the day, as planned: ${percent(share)}`,
    ko: `계획대로 하면 당일에 기억할 확률: ${percent(share)}`,
  }),
  heavy: (n: number): Text => ({
    en: `${n} items a day are more than most people keep up.`,
    ko: `하루 ${n}개는 꾸준히 하기 어려운 양입니다.`,
  }),
  raise: (limit: string, to: number): Text => ({
    en: `The setting "${limit}" is too low for that: raise it to ${to}.`,
    ko: `"${limit}" 설정이 부족합니다. ${to}개로 늘리세요.`,
  }),
} as const satisfies Readonly<Record<string, Text | ((...values: never[]) => Text)>>;

/** What `seqack skills` prints besides the words of the map. */
export const skills = {
  after: (ids: readonly string[]): Text => ({ en: `after ${ids.join(', ')}`, ko: `바탕: ${ids.join(', ')}` }),
  practise: {
    en: 'seqack practice asks what is due, weak or new; seqack practice SKILL asks one skill.',
    ko: 'seqack practice는 복습할 것, 약한 것, 새것을 섞어 내고, seqack practice SKILL은 한 유형만 냅니다.',
  },
} as const satisfies Readonly<Record<string, Text | ((...values: never[]) => Text)>>;

/** What was simulated, above a plain ladder: enough to do it again. */
export function simulated(name: string, seed: string, profile: string, changes: readonly string[]): Text {
  const more = changes.map((change) => `, ${change}`).join('');
  return {
    en: `${name}, seed ${seed}, profile ${profile}${more}`,
    ko: `${name}, 시드 ${seed}, 프로파일 ${profile}${more}`,
  };
}

/** What a capture that was written holds, and where it is. */
export function captured(segments: number, at: HostName, file: string): Text {
  const end = { client: '클라이언트', server: '서버' }[at];
  return {
    en: `${count(segments, 'segment', 'segments')} as seen at the ${at}, written to ${quoted(file, 200)}`,
    ko: `${end} 쪽에서 본 세그먼트 ${grouped(segments)}개를 ${quoted(file, 200)}에 저장했습니다.`,
  };
}

/** While a long log is read at the beginning. */
export const reading = (percentRead: number): Text => ({
  en: `Reading your record: ${percentRead}%`,
  ko: `기록을 읽는 중: ${percentRead}%`,
});
