import type { Text } from '../../language.ts';

/** One example of a command's help: the line to type, and what it does. */
export interface Example {
  readonly line: string;
  readonly does: Text;
}

/** Headings of the help, by the words the argument parser uses for them. */
export const headings: Readonly<Record<string, Text>> = {
  'Usage:': { en: 'Usage:', ko: '사용법:' },
  'Arguments:': { en: 'Arguments:', ko: '인자:' },
  'Options:': { en: 'Options:', ko: '옵션:' },
  'Global Options:': { en: 'Options of every command:', ko: '공통 옵션:' },
  'Commands:': { en: 'Commands:', ko: '명령:' },
  'Examples:': { en: 'Examples:', ko: '예:' },
};

export const program: Readonly<Record<'about' | 'withoutCommand' | 'exitCodes', Text>> = {
  about: {
    en: 'A TCP trainer for the terminal: lessons, a live simulator, and questions it has just made.',
    ko: '터미널에서 익히는 TCP: 개념 설명, 실시간 시뮬레이터, 그때그때 새로 만드는 문제.',
  },
  withoutCommand: {
    en: 'Without a command it opens at home.',
    ko: '명령 없이 실행하면 홈 화면이 열립니다.',
  },
  exitCodes: {
    en: 'Exit codes: 0 done, 1 failed, 2 wrong usage.',
    ko: '종료 코드: 0 정상, 1 실패, 2 잘못된 사용법.',
  },
};

/** What each command does, one line. */
export const commands = {
  review: { en: 'Review what is due: cards and questions', ko: '복습할 때가 된 카드와 문제 풀기' },
  learn: { en: 'Learn a concept: lesson, live scenario, cards', ko: '개념 배우기: 설명, 시뮬레이션, 카드' },
  practice: {
    en: 'Answer questions: a mix of what is due, weak or new',
    ko: '복습할 것, 약한 것, 새것을 섞어 문제 풀기',
  },
  skills: { en: 'See the map of the skills, and where you stand', ko: '문제 유형 지도와 숙달 정도 보기' },
  quiz: { en: 'Take a timed quiz', ko: '제한 시간 안에 시험 보기' },
  interview: {
    en: 'Answer interview questions in your own words and grade yourself',
    ko: '면접 질문에 내 말로 답하고 스스로 채점하기',
  },
  simulate: { en: 'Watch a scenario on the simulator, or print it', ko: '시나리오를 시뮬레이터로 보거나 출력하기' },
  questions: { en: 'Print questions with answers and solutions', ko: '문제를 정답, 풀이와 함께 출력하기' },
  stats: { en: 'Print your progress', ko: '진도 출력하기' },
  due: { en: 'Print what comes back when', ko: '복습 일정 출력하기' },
  help: { en: 'Show the help of a command', ko: '명령의 도움말 보기' },
} as const satisfies Readonly<Record<string, Text>>;

export const options = {
  help: { en: 'show this help', ko: '도움말 보기' },
  version: { en: 'print the version', ko: '버전 출력' },
  lang: {
    en: 'language: ko or en (else your setting, else the locale)',
    ko: '언어: ko 또는 en (없으면 설정, 그다음 로캘을 따름)',
  },
  ascii: { en: 'draw with ASCII characters only', ko: 'ASCII 문자로만 그리기' },
  noColor: { en: 'no colour (as NO_COLOR does)', ko: '색 없이 표시 (NO_COLOR 환경 변수와 같음)' },
  data: {
    en: 'keep progress and settings in this folder',
    ko: '학습 기록과 설정을 이 폴더에 두기',
  },
  time: { en: 'time for the whole quiz, such as 5m or 90s', ko: '시험 전체 제한 시간 (5m, 90s 등)' },
  quizCount: { en: 'number of questions', ko: '문제 수' },
  quizSeed: { en: 'same seed, same quiz, on any machine', ko: '시드가 같으면 어느 컴퓨터에서나 같은 시험' },
  feedback: {
    en: 'show what was right at the end, or after each question',
    ko: '정답 표시 시점: 끝난 뒤(end) 또는 문제마다(each)',
  },
  plain: { en: 'print a ladder diagram as text', ko: '래더 다이어그램을 텍스트로 출력' },
  json: { en: 'print JSON (docs/formats.md)', ko: 'JSON 출력 (docs/formats.md 참고)' },
  pcap: {
    en: 'write a capture that Wireshark and tshark read; - for standard output',
    ko: 'Wireshark와 tshark로 여는 캡처 파일로 저장. -는 표준 출력',
  },
  at: { en: 'end at which the capture is taken (client)', ko: '캡처하는 쪽 (기본값 client)' },
  ipv6: { en: 'capture in IPv6 packets', ko: 'IPv6 패킷으로 캡처' },
  plainMap: { en: 'print text (the default without a terminal)', ko: '텍스트로 출력 (터미널이 아니면 기본값)' },
  plainReport: { en: 'print text (the default)', ko: '텍스트로 출력 (기본값)' },
  runSeed: { en: 'same seed, same run', ko: '시드가 같으면 같은 실행' },
  profile: {
    en: 'conventions to follow instead of the scenario’s own',
    ko: '시나리오에 적힌 것 대신 따를 구현 관례',
  },
  set: {
    en: 'a convention for both ends, such as delayed-ack=none; may be repeated',
    ko: '양쪽 끝의 관례 바꾸기, delayed-ack=none 등 (여러 번 쓸 수 있음)',
  },
  loss: {
    en: 'probability from 0 to 1 that a segment is lost',
    ko: '세그먼트가 유실될 확률 (0~1)',
  },
  conventions: {
    en: 'list all conventions with the profiles’ values, and stop',
    ko: '모든 관례와 프로파일별 값을 출력하고 끝내기',
  },
  numbers: {
    en: 'sequence numbers as they are, or from 0 as Wireshark shows them',
    ko: '순서 번호를 그대로(absolute) 또는 Wireshark처럼 0부터(relative) 표시',
  },
  skill: { en: 'ask only this skill; may be repeated', ko: '이 문제 유형만 출제 (여러 번 쓸 수 있음)' },
  topics: {
    en: 'ask about these: concepts, skill families or levels, such as close,seq,easy',
    ko: '이 주제만 출제: 개념, 문제 유형의 앞부분, 난이도 (close,seq,easy 등)',
  },
  variant: {
    en: 'same skills in the same order, other numbers: one for each student',
    ko: '유형과 순서는 같고 수만 다르게: 학생마다 하나씩',
  },
  format: { en: 'write a worksheet (docs/worksheets.md)', ko: '문제지 만들기 (docs/worksheets.md 참고)' },
  answers: {
    en: 'what md and html hold besides the questions (solutions)',
    ko: 'md와 html에 문제 말고 넣을 것: 없음, 정답, 풀이까지 (기본값 solutions)',
  },
  questionSeed: { en: 'same seed, same questions', ko: '시드가 같으면 같은 문제' },
} as const satisfies Readonly<Record<string, Text>>;

export const operands = {
  module: { en: 'concept to open', ko: '열 개념' },
  interview: { en: 'concept whose questions to answer; none: all', ko: '질문에 답할 개념. 없으면 모든 개념' },
  practice: {
    en: 'skills, single questions by name (SKILL@SEED), or mistakes by id (M01); none: a mix chosen by what is due, weak or new',
    ko: '문제 유형, 문제 이름(SKILL@SEED), 또는 오답 유형(M01). 없으면 복습할 것, 약한 것, 새것을 골라 섞음',
  },
  scenario: {
    en: 'name of a scenario, or a scenario file; none: choose on the screen',
    ko: '시나리오 이름 또는 시나리오 파일. 없으면 화면에서 선택',
  },
  questions: { en: 'single questions by name (SKILL@SEED)', ko: '문제 이름(SKILL@SEED)' },
  command: { en: 'command to explain', ko: '설명을 볼 명령' },
} as const satisfies Readonly<Record<string, Text>>;

export const lists = {
  modules: { en: 'Modules:', ko: '개념:' },
  scenarios: { en: 'Scenarios:', ko: '시나리오:' },
  skills: { en: 'Skills:', ko: '문제 유형:' },
} as const satisfies Readonly<Record<string, Text>>;

export const examples = {
  program: [
    { line: 'seqack', does: { en: 'open the app', ko: '앱 열기' } },
    { line: 'seqack learn handshake', does: { en: 'learn the 3-way handshake', ko: '3-way 핸드셰이크 배우기' } },
    {
      line: 'seqack simulate four-way-close --plain',
      does: { en: 'print a connection close as a ladder', ko: '연결 종료 과정을 래더로 출력' },
    },
  ],
  review: [{ line: 'seqack review', does: { en: 'review everything that is due', ko: '복습할 항목 모두 풀기' } }],
  learn: [
    { line: 'seqack learn', does: { en: 'choose a concept', ko: '개념 고르기' } },
    { line: 'seqack learn late-segment', does: { en: 'open one', ko: '개념 하나 열기' } },
  ],
  practice: [
    {
      line: 'seqack practice',
      does: { en: 'what is due, weak or new, mixed', ko: '복습할 것, 약한 것, 새것을 섞어서' },
    },
    {
      line: 'seqack practice ack.above-gap close.fin-ack',
      does: { en: 'mix two skills', ko: '두 문제 유형을 섞어 연습' },
    },
    {
      line: 'seqack practice M01',
      does: {
        en: 'drill one mistake, by its id in seqack stats',
        ko: 'seqack stats에 나온 오답 유형 하나를 집중 연습',
      },
    },
    {
      line: 'seqack practice ack.in-order@k7m2x',
      does: { en: 'the very question of this name', ko: '이 이름의 바로 그 문제' },
    },
  ],
  skills: [
    { line: 'seqack skills', does: { en: 'open the map', ko: '지도 열기' } },
    { line: 'seqack skills --plain', does: { en: 'print it', ko: '지도를 텍스트로 출력' } },
    { line: 'seqack skills --json', does: { en: 'the same for a program', ko: '프로그램용 출력' } },
  ],
  quiz: [
    {
      line: 'seqack quiz --time 5m --count 10 --seed class-3b',
      does: { en: 'the same ten questions for a whole class', ko: '반 전체가 같은 열 문제' },
    },
    {
      line: 'seqack quiz --feedback each',
      does: { en: 'see after each question whether it was right', ko: '문제마다 정답 확인' },
    },
  ],
  interview: [
    {
      line: 'seqack interview',
      does: { en: 'choose a question', ko: '질문 고르기' },
    },
    {
      line: 'seqack interview three-and-four',
      does: { en: 'why three to open and four to close?', ko: '왜 연결은 3-way이고 종료는 4-way인가' },
    },
  ],
  simulate: [
    { line: 'seqack simulate handshake', does: { en: 'watch it live', ko: '실시간으로 보기' } },
    {
      line: 'seqack simulate fin-overtakes --plain --numbers relative',
      does: { en: 'print it as a ladder', ko: '래더로 출력' },
    },
    {
      line: 'seqack simulate lost-segment --plain --set sack=true',
      does: { en: 'the same under other rules', ko: '다른 조건으로 실행' },
    },
    {
      line: 'seqack simulate my-scenario.yaml --seed 7 --json',
      does: { en: 'run your own file, print JSON', ko: '직접 쓴 파일을 실행해 JSON으로 출력' },
    },
    {
      line: 'seqack simulate lost-segment --pcap lost.pcap --at server',
      does: { en: 'a capture as the server saw it', ko: '서버 쪽에서 캡처한 파일 만들기' },
    },
  ],
  questions: [
    {
      line: 'seqack questions --seed class-3b --count 20',
      does: { en: 'a worksheet with answers', ko: '정답이 있는 문제지' },
    },
    {
      line: 'seqack questions --topics close --seed class-3b --variant ann --format html --answers none',
      does: { en: 'a student’s own sheet, without answers', ko: '학생 한 명의 문제지, 정답 없이' },
    },
    {
      line: 'seqack questions --seed class-3b --format moodle-xml',
      does: { en: 'for the question bank of a course site', ko: '강의 사이트의 문제 은행에 넣을 파일' },
    },
    {
      line: 'seqack questions --skill seq.next --count 5 --json',
      does: { en: 'five of one skill, for a program', ko: '한 문제 유형에서 다섯 문제를 프로그램용으로' },
    },
    {
      line: 'seqack questions close.fin-ack@k7m2x',
      does: { en: 'one question with its solution', ko: '한 문제와 풀이' },
    },
  ],
  stats: [
    {
      line: 'seqack stats',
      does: {
        en: 'mastery, true retention, reviews to come, time, mistakes',
        ko: '숙달, 실제 기억률, 앞으로의 복습, 시간, 착각',
      },
    },
    { line: 'seqack stats --json', does: { en: 'the same for a program', ko: '프로그램용 출력' } },
  ],
  due: [
    { line: 'seqack due', does: { en: 'what is due now, today, this week', ko: '지금, 오늘, 이번 주 복습' } },
    { line: 'seqack due --json', does: { en: 'the same for a program', ko: '프로그램용 출력' } },
  ],
} as const satisfies Readonly<Record<string, readonly Example[]>>;
