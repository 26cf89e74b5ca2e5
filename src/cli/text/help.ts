import type { Text } from '../../language.ts';
import { INSTALL } from '../completion/install.ts';

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

export const program: Readonly<Record<'about' | 'withoutCommand' | 'exitCodes' | 'more', Text>> = {
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
  more: {
    en: 'More on a command: seqack help COMMAND',
    ko: '명령마다 자세한 설명: seqack help 명령',
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
  continue: { en: 'Go on with the practice or quiz you left', ko: '풀다 만 연습이나 시험 이어 풀기' },
  skills: { en: 'See the map of the skills, and where you stand', ko: '문제 유형 지도와 숙달 정도 보기' },
  quiz: { en: 'Take a timed quiz', ko: '제한 시간 안에 시험 보기' },
  interview: {
    en: 'Answer interview questions in your own words and grade yourself',
    ko: '면접 질문에 내 말로 답하고 스스로 채점하기',
  },
  simulate: { en: 'Watch a scenario on the simulator, or print it', ko: '시나리오를 시뮬레이터로 보거나 출력하기' },
  capture: {
    en: 'Look into a capture (pcap, pcapng) and be asked about it',
    ko: '캡처 파일(pcap, pcapng)을 분석하고 문제 풀기',
  },
  questions: { en: 'Print questions with answers and solutions', ko: '문제를 정답, 풀이와 함께 출력하기' },
  stats: { en: 'Print your progress', ko: '진도 출력하기' },
  due: { en: 'Print what comes back when', ko: '복습 일정 출력하기' },
  tune: { en: 'Fit the schedule to how fast you forget', ko: '내가 잊는 속도에 복습 일정 맞추기' },
  log: { en: 'Look after the record of your learning', ko: '학습 기록 관리하기' },
  'log check': { en: 'Look for damaged lines in the record', ko: '학습 기록에 손상된 줄이 있는지 확인하기' },
  'log merge': { en: 'Take in the record of another machine', ko: '다른 컴퓨터의 학습 기록 합치기' },
  'log export': { en: 'Print or save the whole record', ko: '학습 기록 전체를 출력하거나 저장하기' },
  'log import': { en: 'Add what an export holds to the record', ko: '내보낸 파일의 기록을 추가하기' },
  deck: { en: 'Use decks of your own: your study notes', ko: '내 덱 쓰기: 공부 노트를 카드로' },
  'deck check': { en: 'Check a folder or file of cards', ko: '카드 폴더나 파일 검사하기' },
  'deck list': { en: 'List your decks', ko: '내 덱 목록 보기' },
  'deck add': { en: 'Use a folder or file of cards, where it stands', ko: '카드 폴더나 파일을 그 자리에서 쓰기' },
  'deck remove': { en: 'No longer use what was added', ko: '추가한 덱을 더는 쓰지 않기' },
  'deck import': { en: 'Take cards over from Anki, JSON or Markdown', ko: 'Anki, JSON, Markdown에서 카드 가져오기' },
  'deck export': { en: 'Write cards for Anki, as JSON or Markdown', ko: '카드를 Anki, JSON, Markdown으로 내보내기' },
  exam: {
    en: 'Set the date of an interview or exam; see how many a day are needed',
    ko: '면접·시험 날짜를 정하고 하루에 필요한 양 보기',
  },
  config: { en: 'See and change the settings', ko: '설정을 보고 바꾸기' },
  'config get': { en: 'Print the value of a setting', ko: '설정 하나의 값 출력하기' },
  'config set': { en: 'Change a setting', ko: '설정 하나 바꾸기' },
  'config reset': { en: 'Set settings back to their defaults', ko: '설정을 기본값으로 되돌리기' },
  completion: {
    en: 'Print the script that makes a shell complete seqack',
    ko: '셸 자동 완성 스크립트 출력하기',
  },
  manual: { en: 'Print this program’s manual page', ko: '매뉴얼 페이지(man) 출력하기' },
  help: { en: 'Show the help of a command', ko: '명령의 도움말 보기' },
} as const satisfies Readonly<Record<string, Text>>;

export const options = {
  help: { en: 'show this help', ko: '도움말 보기' },
  reviewDeck: { en: 'only what is due of this deck of yours', ko: '내 덱 하나만 복습(덱 이름)' },
  version: { en: 'print the version', ko: '버전 출력' },
  lang: {
    en: 'language (default: your setting, else the locale)',
    ko: '언어 (없으면 설정, 그다음 로캘을 따름)',
  },
  ascii: { en: 'draw with ASCII characters only', ko: 'ASCII 문자로만 그리기' },
  screenReader: {
    en: 'text line by line for a screen reader (as INK_SCREEN_READER=true)',
    ko: '화면 낭독기용으로 한 줄씩 글로 표시 (INK_SCREEN_READER=true와 같음)',
  },
  noColor: { en: 'no colour (as NO_COLOR does)', ko: '색 없이 표시 (NO_COLOR 환경 변수와 같음)' },
  data: {
    en: 'keep progress and settings in this folder',
    ko: '학습 기록과 설정을 이 폴더에 두기',
  },
  time: {
    en: 'time for the whole quiz, such as 5m or 90s (default: your setting)',
    ko: '시험 전체 제한 시간, 5m, 90s 등 (기본값은 설정을 따름)',
  },
  quizCount: { en: 'number of questions (default: your setting)', ko: '문제 수 (기본값은 설정을 따름)' },
  questionCount: { en: 'number of questions (default: 10)', ko: '문제 수 (기본값 10)' },
  quizSeed: { en: 'same seed, same quiz, on any machine', ko: '시드가 같으면 어느 컴퓨터에서나 같은 시험' },
  feedback: {
    en: 'show what was right at the end, or after each question (default: your setting)',
    ko: '정답 표시 시점: 끝난 뒤(end) 또는 문제마다(each). 기본값은 설정을 따름',
  },
  unscheduled: {
    en: 'practise without any effect on what is asked when',
    ko: '복습 일정에 반영하지 않고 연습',
  },
  plain: { en: 'print a ladder diagram as text', ko: '래더 다이어그램을 텍스트로 출력' },
  json: { en: 'print JSON (docs/formats.md)', ko: 'JSON 출력 (docs/formats.md 참고)' },
  plainCapture: {
    en: 'print the conversations, or one as a ladder, as text',
    ko: '대화 목록이나 한 대화의 래더를 텍스트로 출력',
  },
  conversation: { en: 'only this conversation, by its number in the list', ko: '목록의 번호로 고른 대화 하나만' },
  takenAt: {
    en: 'end at which it was captured (else told by the times)',
    ko: '캡처한 쪽 (없으면 시각으로 판단)',
  },
  fromSegment: {
    en: 'first segment of the conversation to show (default: 1)',
    ko: '대화의 몇 번째 세그먼트부터 (기본값 1)',
  },
  segmentCount: {
    en: 'how many segments (default: a ladder 1000, JSON all)',
    ko: '세그먼트 수 (기본값: 래더는 1000, JSON은 모두)',
  },
  pcap: {
    en: 'write a capture that Wireshark and tshark read; - for standard output',
    ko: 'Wireshark와 tshark로 여는 캡처 파일로 저장. -는 표준 출력',
  },
  at: { en: 'end at which the capture is taken (default: client)', ko: '캡처하는 쪽 (기본값 client)' },
  ipv6: { en: 'capture in IPv6 packets', ko: 'IPv6 패킷으로 캡처' },
  dryRun: { en: 'say what would change, and change nothing', ko: '무엇이 바뀌는지만 보이고 바꾸지는 않기' },
  resetWeights: { en: 'go back to the default weights', ko: '기본 가중치로 되돌리기' },
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
  sandbox: {
    en: 'play both sides by hand; without a scenario from nothing',
    ko: '양쪽을 직접 조종하기. 시나리오가 없으면 빈 상태에서 시작',
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
    en: 'what md and html hold besides the questions (default: solutions)',
    ko: 'md와 html에 문제 말고 넣을 것: 없음, 정답, 풀이까지 (기본값 solutions)',
  },
  mergeOut: {
    en: 'write the union to this file; the own record stays as it is',
    ko: '합친 결과를 이 파일에 쓰고 자신의 기록은 그대로 두기',
  },
  exportFormat: {
    en: 'a log again, one JSON document, or a table of answers (default: jsonl)',
    ko: '로그 그대로(jsonl), JSON 문서 하나(json), 답을 모은 표(csv). 기본값 jsonl',
  },
  exportOut: { en: 'write to this file (default: standard output)', ko: '이 파일에 쓰기 (기본값 표준 출력)' },
  deckAs: { en: 'what the deck is to be called here', ko: '가져올 덱의 이름' },
  deckFormat: {
    en: 'what to write (by the ending of --out, else md)',
    ko: '형식 (없으면 --out의 확장자를 따르고, 그것도 없으면 md)',
  },
  out: {
    en: 'file to write, or for md a folder; none: standard output',
    ko: '저장할 파일. md는 폴더도 가능. 없으면 표준 출력',
  },
  deckModule: {
    en: 'the cards of this concept, in the language of --lang; all for every one; may be repeated',
    ko: '이 개념의 카드를 --lang 언어로. all은 모든 개념 (여러 번 쓸 수 있음)',
  },
  askedCapture: {
    en: 'ask about the conversations of this capture (pcap, pcapng; - for standard input)',
    ko: '이 캡처의 대화로 문제 만들기 (pcap, pcapng. 표준 입력은 -)',
  },
  askedConversation: {
    en: 'of the capture only this conversation, by its number in seqack capture',
    ko: '캡처에서 이 대화만 (seqack capture 목록의 번호)',
  },
  askedNumbers: {
    en: 'sequence numbers of the capture as they are (absolute), or from 0 as Wireshark shows them',
    ko: '캡처의 순서 번호를 그대로(absolute, 기본값) 또는 Wireshark처럼 0부터(relative)',
  },
  questionSeed: { en: 'same seed, same questions', ko: '시드가 같으면 같은 문제' },
} as const satisfies Readonly<Record<string, Text>>;

export const operands = {
  exam: {
    en: 'its date, such as 2027-01-31, or none; without it nothing is changed',
    ko: '2027-01-31 같은 날짜나 none. 없으면 그대로 둡니다',
  },
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
  capture: {
    en: 'pcap or pcapng file, also gzipped, or - for standard input; none: asked for on the screen',
    ko: 'pcap, pcapng 파일(gzip도 가능). -는 표준 입력. 없으면 화면에서 입력',
  },
  questions: { en: 'single questions by name (SKILL@SEED)', ko: '문제 이름(SKILL@SEED)' },
  logFile: {
    en: 'log, export or data folder to look at; none: your own record',
    ko: '확인할 로그, 내보낸 파일, 데이터 폴더. 없으면 자신의 기록',
  },
  otherLogs: { en: 'logs, exports or data folders', ko: '로그, 내보낸 파일, 데이터 폴더' },
  exportFile: { en: 'file that log export wrote (jsonl or json)', ko: 'log export로 만든 파일 (jsonl 또는 json)' },
  deckPath: { en: 'folder of Markdown files, or one file', ko: 'Markdown 파일이 든 폴더 또는 파일 하나' },
  deckFile: {
    en: 'notes in plain text from Anki (.txt, .csv), decks as JSON, or a Markdown note',
    ko: 'Anki에서 내보낸 텍스트 노트(.txt, .csv), JSON 덱, Markdown 노트 중 하나',
  },
  decks: { en: 'decks of yours; none: all of them', ko: '내보낼 내 덱. 없으면 모두' },
  deckName: { en: 'a deck, or the path that was added', ko: '덱 이름 또는 추가했던 경로' },
  setting: { en: 'name of a setting, as seqack config lists it', ko: '설정 이름 (seqack config 목록에 있음)' },
  settings: { en: 'names of settings; none: all of them', ko: '설정 이름. 없으면 모두' },
  settingValue: { en: 'its new value', ko: '새 값' },
  shell: { en: 'bash, zsh or fish', ko: 'bash, zsh, fish 중 하나' },
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
  review: [
    { line: 'seqack review', does: { en: 'review everything that is due', ko: '복습할 항목 모두 풀기' } },
    { line: 'seqack review --deck notes', does: { en: 'only a deck of your own', ko: '내 덱 하나만' } },
  ],
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
      line: 'seqack practice --unscheduled ack.above-gap',
      does: { en: 'as often as you like, nothing counts', ko: '일정에 반영하지 않고 마음껏 연습' },
    },
    {
      line: 'seqack practice ack.in-order@k7m2x',
      does: { en: 'the very question of this name', ko: '이 이름의 바로 그 문제' },
    },
  ],
  continue: [
    {
      line: 'seqack continue',
      does: { en: 'the next question of what you left', ko: '풀다 만 곳의 다음 문제부터' },
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
      line: 'seqack simulate --sandbox',
      does: { en: 'play both sides by hand', ko: '양쪽을 직접 조종하기' },
    },
    {
      line: 'seqack simulate lost-segment --pcap lost.pcap --at server',
      does: { en: 'a capture as the server saw it', ko: '서버 쪽에서 캡처한 파일 만들기' },
    },
  ],
  capture: [
    {
      line: 'seqack capture trace.pcapng',
      does: { en: 'its conversations, and what went wrong in them', ko: '대화 목록과 각 대화의 문제점 보기' },
    },
    {
      line: 'seqack capture trace.pcap --plain --conversation 2 --numbers relative',
      does: { en: 'one conversation as a ladder', ko: '대화 하나를 래더로 출력' },
    },
    {
      line: 'tcpdump -c 100 -w - tcp | seqack capture - --plain',
      does: { en: 'straight from the network', ko: '네트워크에서 바로 읽기' },
    },
    {
      line: 'seqack capture trace.pcap.gz --json',
      does: { en: 'every segment with its analysis, for a program', ko: '세그먼트별 분석을 프로그램용으로' },
    },
  ],
  questions: [
    {
      line: 'seqack questions --seed class-3b --count 20',
      does: { en: 'a worksheet with answers', ko: '정답이 있는 문제지' },
    },
    {
      line: 'seqack questions --seed class-3b --variant ann --format html --answers none',
      does: { en: 'a student’s own sheet, without answers', ko: '학생 한 명의 문제지, 정답 없이' },
    },
    {
      line: 'seqack questions --topics close,easy --count 5 --format md',
      does: { en: 'easy ones and those on closing', ko: '쉬운 문제와 연결 종료 문제' },
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
      line: 'seqack questions --capture trace.pcap --count 5 --numbers relative',
      does: { en: 'five questions on what was captured', ko: '캡처한 대화로 다섯 문제' },
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
  log: [
    { line: 'seqack log check', does: { en: 'is the record sound?', ko: '기록에 이상이 없는지 확인' } },
    {
      line: 'seqack log merge /media/usb/seqack',
      does: { en: 'take in the record of another machine', ko: '다른 컴퓨터의 기록 합치기' },
    },
  ],
  'log check': [
    { line: 'seqack log check', does: { en: 'your own record', ko: '자신의 기록 확인' } },
    {
      line: 'seqack log check backup.jsonl --json',
      does: { en: 'another one, for a program', ko: '다른 로그를 확인해 프로그램용으로 출력' },
    },
  ],
  'log merge': [
    {
      line: 'seqack log merge laptop/learning.jsonl',
      does: { en: 'add what the laptop has', ko: '노트북에만 있는 기록 추가' },
    },
    {
      line: 'seqack log merge a.jsonl b.jsonl --out all.jsonl',
      does: { en: 'a new file with everything', ko: '모두 합친 새 파일 만들기' },
    },
  ],
  'log export': [
    {
      line: 'seqack log export --out backup.jsonl',
      does: { en: 'a backup', ko: '백업' },
    },
    {
      line: 'seqack log export --format csv --out answers.csv',
      does: { en: 'every answer, for a spreadsheet', ko: '모든 답을 스프레드시트용으로' },
    },
  ],
  'log import': [
    { line: 'seqack log import backup.jsonl', does: { en: 'take a backup in', ko: '백업의 기록 가져오기' } },
    {
      line: 'seqack log import backup.json --dry-run',
      does: { en: 'look first', ko: '먼저 확인만 하기' },
    },
  ],
  deck: [
    { line: 'seqack deck add notes/network', does: { en: 'learn from your own notes', ko: '내 노트를 카드로 공부' } },
    { line: 'seqack deck list', does: { en: 'see your decks', ko: '내 덱 목록' } },
  ],
  'deck check': [
    {
      line: 'seqack deck check notes/tcp.md',
      does: { en: 'what is wrong, with file and line', ko: '무엇이 잘못되었는지 파일과 줄 번호로 보기' },
    },
    { line: 'seqack deck check notes --json', does: { en: 'the same for a program', ko: '프로그램용 출력' } },
  ],
  'deck list': [
    { line: 'seqack deck list', does: { en: 'names, cards, files', ko: '이름, 카드 수, 파일' } },
    { line: 'seqack deck list --json', does: { en: 'the same for a program', ko: '프로그램용 출력' } },
  ],
  'deck add': [
    {
      line: 'seqack deck add notes/network',
      does: { en: 'a deck for each note in it', ko: '폴더 안의 노트마다 덱 하나' },
    },
    { line: 'seqack deck add tcp.md', does: { en: 'one note', ko: '노트 하나' } },
  ],
  'deck remove': [
    { line: 'seqack deck remove network', does: { en: 'by the deck’s name', ko: '덱 이름으로' } },
    { line: 'seqack deck remove notes/network', does: { en: 'by the path that was added', ko: '추가했던 경로로' } },
  ],
  'deck import': [
    {
      line: 'seqack deck import network.txt',
      does: { en: 'notes exported from Anki; again: updates them', ko: 'Anki에서 내보낸 노트. 다시 가져오면 수정' },
    },
    {
      line: 'seqack deck import cards.csv --as exam --dry-run',
      does: { en: 'see what it would do', ko: '무엇이 바뀔지 미리 보기' },
    },
  ],
  'deck export': [
    {
      line: 'seqack deck export network --out network.txt',
      does: { en: 'a deck of yours for Anki', ko: '내 덱을 Anki용으로' },
    },
    {
      line: 'seqack deck export --module handshake --format anki',
      does: { en: 'the cards of a concept', ko: '개념 하나의 카드' },
    },
    {
      line: 'seqack deck export --format json',
      does: { en: 'all your decks, for a program', ko: '내 덱 모두를 프로그램용으로' },
    },
  ],
  exam: [
    { line: 'seqack exam 2027-01-31', does: { en: 'set the date and see the plan', ko: '날짜를 정하고 계획 보기' } },
    { line: 'seqack exam', does: { en: 'see the plan', ko: '계획 보기' } },
    { line: 'seqack exam none', does: { en: 'forget the date', ko: '날짜 지우기' } },
  ],
  due: [
    { line: 'seqack due', does: { en: 'what is due now, today, this week', ko: '지금, 오늘, 이번 주 복습' } },
    { line: 'seqack due --json', does: { en: 'the same for a program', ko: '프로그램용 출력' } },
  ],
  tune: [
    {
      line: 'seqack tune',
      does: { en: 'fit the weights, keep them if they foresee better', ko: '가중치를 맞춰 보고 예측이 나아지면 적용' },
    },
    { line: 'seqack tune --dry-run', does: { en: 'only see what would change', ko: '무엇이 바뀌는지만 보기' } },
    { line: 'seqack tune --reset', does: { en: 'back to the defaults', ko: '기본값으로 되돌리기' } },
  ],
  config: [
    { line: 'seqack config', does: { en: 'every setting, and what it may be', ko: '모든 설정과 쓸 수 있는 값' } },
    { line: 'seqack config set new-per-day 20', does: { en: 'twenty new items a day', ko: '하루에 새 항목 20개' } },
    { line: 'seqack config --json', does: { en: 'the same for a program', ko: '프로그램용 출력' } },
  ],
  'config get': [{ line: 'seqack config get language', does: { en: 'auto, ko or en', ko: 'auto, ko, en 중 하나' } }],
  'config set': [
    { line: 'seqack config set language ko', does: { en: 'always Korean', ko: '항상 한국어로' } },
    { line: 'seqack config set screen-reader true', does: { en: 'text line by line', ko: '화면 낭독기용 텍스트로' } },
    { line: 'seqack config set exam-date none', does: { en: 'forget the date', ko: '날짜 지우기' } },
  ],
  'config reset': [
    { line: 'seqack config reset speed', does: { en: 'one of them', ko: '설정 하나만' } },
    { line: 'seqack config reset', does: { en: 'all of them', ko: '모든 설정' } },
  ],
  completion: [
    { line: INSTALL.bash, does: { en: 'bash', ko: 'bash' } },
    { line: INSTALL.zsh, does: { en: 'zsh', ko: 'zsh' } },
    { line: INSTALL.fish, does: { en: 'fish', ko: 'fish' } },
  ],
  manual: [
    { line: 'seqack manual | man -l -', does: { en: 'read it', ko: '읽기' } },
    { line: 'seqack manual --lang ko > seqack.1', does: { en: 'keep it, in Korean', ko: '한국어로 저장' } },
  ],
} as const satisfies Readonly<Record<string, readonly Example[]>>;
