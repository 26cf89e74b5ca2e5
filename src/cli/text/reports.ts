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
    ko: `${days}일 연속, 모두 ${spanKo(timeMs)}`,
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
  suspended: { en: 'suspended', ko: '보류' },
  suspendedOf: (n: number): Text => ({ en: `${n} suspended`, ko: `보류 ${n}개` }),
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
