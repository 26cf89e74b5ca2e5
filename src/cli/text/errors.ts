import { quoted } from '../../documents/problem.ts';
import type { Text } from '../../language.ts';

/** Adds the word someone most likely meant, if there is one. */
function orMeant(message: Text, meant: string | null): Text {
  if (meant === null) return message;
  return { en: `${message.en} Did you mean ${meant}?`, ko: `${message.ko} 혹시 ${meant}인가요?` };
}

/** The same, or where to look. */
function withSuggestion(message: Text, meant: string | null, look: string): Text {
  if (meant !== null) return orMeant(message, meant);
  return { en: `${message.en} See: ${look}`, ko: `${message.ko} 참고: ${look}` };
}

/** What the command line says when it cannot do what was asked; whatever was typed is quoted without control characters. */
export const errors = {
  /** `under`: the program, or the command under which it was looked for. */
  unknownCommand: (name: string, meant: string | null, under: string): Text =>
    withSuggestion(
      { en: `There is no command "${quoted(name)}".`, ko: `"${quoted(name)}" 명령은 없습니다.` },
      meant,
      `${under} --help`,
    ),
  nothingLeft: {
    en: 'No practice or quiz was left in the last 7 days. Start one: seqack practice, seqack quiz',
    ko: '최근 7일 안에 풀다 만 연습이나 시험이 없습니다. 새로 시작하기: seqack practice, seqack quiz',
  },
  whichCommand: (under: string, names: readonly string[]): Text => ({
    en: `${under} needs one of: ${names.join(', ')}. See: ${under} --help`,
    ko: `${under} 뒤에 ${names.join(', ')} 중 하나를 쓰세요. 참고: ${under} --help`,
  }),
  argumentMissing: (name: string, command: string): Text => ({
    en: `<${name}> is missing. See: ${command} --help`,
    ko: `<${name}> 인자가 빠졌습니다. 참고: ${command} --help`,
  }),
  unknownOption: (flag: string, command: string, meant: string | null): Text =>
    withSuggestion(
      { en: `There is no option "${quoted(flag)}" here.`, ko: `여기에는 "${quoted(flag)}" 옵션이 없습니다.` },
      meant,
      `${command} --help`,
    ),
  optionWithoutValue: (flags: string): Text => ({
    en: `The option ${flags} needs a value.`,
    ko: `${flags} 옵션에는 값이 필요합니다.`,
  }),
  tooManyArguments: (extra: string, command: string): Text => ({
    en: `"${quoted(extra)}" is one argument too many. See: ${command} --help`,
    ko: `"${quoted(extra)}" 인자는 쓸 수 없습니다. 참고: ${command} --help`,
  }),
  together: (first: string, second: string): Text => ({
    en: `${first} and ${second} do not go together; give one of them.`,
    ko: `${first}, ${second} 중 하나만 쓸 수 있습니다.`,
  }),
  onlyWith: (option: string, other: string): Text => ({
    en: `${option} works only together with ${other}.`,
    ko: `${option} 옵션은 ${other} 없이는 쓸 수 없습니다.`,
  }),
  badValue: (option: string, value: string, expected: Text, meant: string | null = null): Text =>
    orMeant(
      {
        en: `${option} does not take "${quoted(value)}"; expected ${expected.en}.`,
        ko: `${option}에 쓸 수 없는 값입니다: "${quoted(value)}". ${expected.ko} 중 하나여야 합니다.`,
      },
      meant,
    ),
  badForm: (option: string, value: string, expected: Text, meant: string | null = null): Text =>
    orMeant(
      {
        en: `${option} does not take "${quoted(value)}"; expected ${expected.en}.`,
        ko: `${option}에 쓸 수 없는 값입니다: "${quoted(value)}". ${expected.ko}`,
      },
      meant,
    ),
  dataIsFile: (path: string): Text => ({
    en: `--data takes a folder; ${quoted(path, 200)} is a file.`,
    ko: `--data에는 폴더를 써야 합니다. ${quoted(path, 200)}: 폴더가 아니라 파일입니다.`,
  }),
  unknownModule: (id: string, meant: string | null, known: readonly string[]): Text =>
    withSuggestion(
      { en: `There is no module "${quoted(id)}".`, ko: `"${quoted(id)}" 개념은 없습니다.` },
      meant,
      known.join(', '),
    ),
  /** `family`: the skills whose names begin so. */
  unknownSkill: (id: string, meant: string | null, family: readonly string[]): Text =>
    withSuggestion(
      { en: `There is no skill "${quoted(id)}".`, ko: `"${quoted(id)}" 문제 유형은 없습니다.` },
      meant,
      family.length > 0 ? family.join(', ') : 'seqack practice --help',
    ),
  skillNotQuestion: (skill: string): Text => ({
    en: `"${quoted(skill)}" is a skill; one question of it is named ${quoted(skill)}@SEED. Did you mean --skill ${quoted(skill)}?`,
    ko: `문제 하나가 아니라 문제 유형의 이름입니다: "${quoted(skill)}". 문제 하나의 이름은 ${quoted(skill)}@시드처럼 씁니다. 혹시 --skill ${quoted(skill)}인가요?`,
  }),
  unknownTopic: (name: string, meant: string | null, known: readonly string[]): Text =>
    withSuggestion(
      { en: `There is no topic "${quoted(name)}".`, ko: `"${quoted(name)}" 주제는 없습니다.` },
      meant,
      known.join(', '),
    ),
  unknownFormat: (name: string, meant: string | null, known: readonly string[]): Text =>
    withSuggestion(
      { en: `There is no format "${quoted(name)}".`, ko: `"${quoted(name)}" 형식은 없습니다.` },
      meant,
      known.join(', '),
    ),
  unknownScenario: (name: string, meant: string | null): Text =>
    withSuggestion(
      { en: `There is no scenario "${quoted(name)}".`, ko: `"${quoted(name)}" 시나리오는 없습니다.` },
      meant,
      'seqack simulate --help',
    ),
  unknownConvention: (name: string, meant: string | null): Text =>
    withSuggestion(
      { en: `There is no convention "${quoted(name)}".`, ko: `"${quoted(name)}" 관례는 없습니다.` },
      meant,
      'seqack simulate --conventions',
    ),
  unknownSetting: (name: string, meant: string | null): Text =>
    withSuggestion(
      { en: `There is no setting "${quoted(name)}".`, ko: `"${quoted(name)}" 설정은 없습니다.` },
      meant,
      'seqack config',
    ),
  alone: (option: string): Text => ({
    en: `${option} stands alone: no scenario and no other option with it.`,
    ko: `${option} 옵션은 단독으로만 씁니다. 시나리오나 다른 옵션과 함께 쓸 수 없습니다.`,
  }),
  noScenarioNamed: {
    en: 'Which scenario? Give a name or a file. See: seqack simulate --help',
    ko: '어떤 시나리오를 실행할까요? 이름이나 파일을 지정하세요. 참고: seqack simulate --help',
  } satisfies Text,
  noCaptureNamed: {
    en: 'Which capture? Give a pcap or pcapng file. See: seqack capture --help',
    ko: '어떤 캡처를 볼까요? pcap이나 pcapng 파일을 지정하세요. 참고: seqack capture --help',
  } satisfies Text,
  notOfACapture: (name: string): Text => ({
    en: `"${quoted(name)}" is not the name of a question on a capture, such as seq.next@cap-1a2b3c4d-7. Ask it without --capture.`,
    ko: `seq.next@cap-1a2b3c4d-7 같은 캡처 문제의 이름이 아닙니다: "${quoted(name)}". --capture 없이 쓰세요.`,
  }),
  fileUnreadable: (file: string, reason: Text): Text => ({
    en: `${quoted(file, 200)} cannot be read: ${reason.en}`,
    ko: `${quoted(file, 200)} 파일을 읽을 수 없습니다. ${reason.ko}`,
  }),
  fileMissing: { en: 'there is no such file.', ko: '그런 파일이 없습니다.' } satisfies Text,
  fileForbidden: { en: 'permission is denied.', ko: '읽기 권한이 없습니다.' } satisfies Text,
  fileIsFolder: { en: 'it is a folder.', ko: '파일이 아니라 폴더입니다.' } satisfies Text,
  fileIsPipe: {
    en: 'it is no regular file, and the screens may read it more than once. Add --plain or --json.',
    ko: '일반 파일이 아닙니다. 화면에서는 여러 번 읽을 수 있어야 합니다. --plain이나 --json을 쓰세요.',
  } satisfies Text,
  fileTooLarge: (limit: string): Text => ({
    en: `it is larger than ${limit}; a scenario is a short text.`,
    ko: `${limit}보다 큽니다. 시나리오는 짧은 텍스트 파일입니다.`,
  }),
  fileUnwritable: (file: string, reason: Text): Text => ({
    en: `${quoted(file, 200)} cannot be written: ${reason.en}`,
    ko: `${quoted(file, 200)} 파일을 쓸 수 없습니다. ${reason.ko}`,
  }),
  outputUnwritable: (reason: Text): Text => ({
    en: `Standard output cannot be written: ${reason.en}`,
    ko: `표준 출력에 쓸 수 없습니다. ${reason.ko}`,
  }),
  folderMissing: { en: 'there is no such folder.', ko: '그런 폴더가 없습니다.' } satisfies Text,
  writingForbidden: { en: 'permission is denied.', ko: '쓰기 권한이 없습니다.' } satisfies Text,
  diskFull: { en: 'the disk is full.', ko: '디스크에 남은 공간이 없습니다.' } satisfies Text,
  binaryToTerminal: (option: string, instead: string): Text => ({
    en: `${option} - writes binary data, which a terminal cannot show. Name a file or pipe it: ${instead}`,
    ko: `${option} -는 바이너리를 출력하므로 터미널에 표시할 수 없습니다. 파일 이름을 쓰거나 파이프로 넘기세요: ${instead}`,
  }),
  otherReason: (code: string): Text => ({ en: `${code}.`, ko: `${code}.` }),
  needsTerminal: (instead: string): Text => ({
    en: `This opens a screen and needs a terminal for input and output. Without one: ${instead}`,
    ko: `화면을 여는 명령이라 입력과 출력이 모두 터미널이어야 합니다. 터미널 없이 쓰려면: ${instead}`,
  }),
  unexpected: (message: string): Text => ({
    en: `An unexpected error: ${quoted(message, 300)}`,
    ko: `예상하지 못한 오류가 발생했습니다. ${quoted(message, 300)}`,
  }),
} as const;

/** Forms of values, for `badForm`. */
export const forms = {
  seed: (longest: number): Text => ({
    en: `1 to ${longest} letters, digits, '.', '_' or '-'`,
    ko: `영문자, 숫자, '.', '_', '-'를 써서 1~${longest}자로 쓰세요.`,
  }),
  ownSeed: {
    en: 'a seed that does not begin like those of questions on captures (cap- and eight digits)',
    ko: 'cap-와 여덟 자리로 시작하는 시드는 캡처 문제의 것이므로 다른 시드를 쓰세요.',
  },
  time: {
    en: 'a time from 10s to 3h, such as 5m, 90s or 1m30s',
    ko: '10s에서 3h 사이의 시간을 5m, 90s, 1m30s처럼 쓰세요.',
  },
  file: {
    en: 'the name of a file, or - for standard output',
    ko: '파일 이름을 쓰거나, 표준 출력으로 보내려면 -를 쓰세요.',
  },
  captureFile: {
    en: 'the name of a pcap or pcapng file, or - for standard input',
    ko: 'pcap이나 pcapng 파일 이름을 쓰거나, 표준 입력에서 읽으려면 -를 쓰세요.',
  },
  outFile: { en: 'the name of a file', ko: '파일 이름을 쓰세요.' },
  deckPath: {
    en: 'a folder of Markdown files, or one file',
    ko: 'Markdown 파일이 든 폴더나 파일 하나를 쓰세요.',
  },
  convention: {
    en: 'NAME=VALUE such as delayed-ack=none; all names: seqack simulate --conventions',
    ko: 'delayed-ack=none처럼 이름=값으로 쓰세요. 모든 이름: seqack simulate --conventions',
  },
  probability: {
    en: 'a probability from 0 to 1, such as 0.05',
    ko: '0~1 사이의 확률을 쓰세요. 예: 0.05',
  },
  date: {
    en: 'a date such as 2027-01-31, or none',
    ko: '2027-01-31 같은 날짜나 none을 쓰세요.',
  },
  laterDate: {
    en: 'a date that is not over yet',
    ko: '아직 지나지 않은 날짜를 쓰세요.',
  },
  count: (max: number): Text => ({
    en: `a whole number from 1 to ${max}`,
    ko: `1에서 ${max} 사이의 정수를 쓰세요.`,
  }),
} as const;
