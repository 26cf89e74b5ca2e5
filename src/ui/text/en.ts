import { count, dateEn, durationEn, spanEn } from './format.ts';

/** English. Its shape is the shape of every language; what Korean lacks is a compile error. */
export const en = {
  shell: {
    keys: 'Keys',
    typingTakesLetters: 'While you are typing, letters go into the line; Esc leaves it.',
    tooSmall: (columns: number, rows: number, haveColumns: number, haveRows: number) =>
      `seqack needs a window of ${columns} x ${rows} characters; this one has ${haveColumns} x ${haveRows}. Make it larger or the text smaller.`,
    number: (n: number) => n.toLocaleString('en-US'),
    percent: (share: number) => `${Math.round(share * 100)}%`,
    /** A length of time as a person says it: 'about 6 minutes'. */
    about: (ms: number) => `about ${spanEn(ms)}`,
    /** The same in a few cells: '6m 05s'. */
    took: (ms: number) => durationEn(ms),
    date: (ms: number) => dateEn(ms),
    days: (n: number) => count(n, 'day', 'days'),
    minutes: (n: number) => count(n, 'minute', 'minutes'),
    questions: (n: number) => count(n, 'question', 'questions'),
    cards: (n: number) => count(n, 'card', 'cards'),
    on: 'on',
    off: 'off',
    none: 'none',
    yes: 'yes',
    no: 'no',
  },
  home: {
    review: 'Review',
    due: (n: number, about: string) => `${n.toLocaleString('en-US')} due, ${about}`,
    nothingDue: 'nothing is due now',
    learn: 'Learn',
    nextInPath: 'next in your path',
    allRead: 'all lessons read',
    practise: 'Practise',
    practiseAbout: 'fresh questions from the simulator',
    quiz: 'Timed quiz',
    quizAbout: (n: number, minutes: number) =>
      `${count(n, 'question', 'questions')}, ${count(minutes, 'minute', 'minutes')}`,
    simulator: 'Simulator',
    simulatorAbout: 'watch connections, segment by segment',
    progress: 'Progress',
    progressAbout: 'what you know, what is due when',
    settings: 'Settings',
    settingsAbout: 'language, pace, display',
  },
  summary: {
    answers: (n: number, right: number) => `${count(n, 'question', 'questions')} answered, ${right} right`,
    cards: (n: number) => `${count(n, 'card', 'cards')} reviewed`,
    lessons: (n: number) => `${count(n, 'lesson', 'lessons')} finished`,
    quizzes: (n: number) => count(n, 'quiz', 'quizzes'),
    line: (parts: readonly string[], ms: number) => `${parts.join(', ')} in ${spanEn(ms)}.`,
    due: (n: number) =>
      n === 0 ? 'Nothing more is due now.' : `${count(n, 'item is', 'items are')} due now: seqack review`,
    failed: (reason: string) => `seqack stopped: ${reason}`,
  },
};

export type Words = typeof en;
