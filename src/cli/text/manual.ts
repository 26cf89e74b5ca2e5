import type { Text } from '../../language.ts';

interface Entry {
  readonly name: string;
  readonly about: Text;
}

/** What stands in the manual page besides the help. */
export const manual = {
  title: { en: 'User Commands', ko: '사용자 명령' } satisfies Text,
  short: { en: 'TCP trainer for the terminal', ko: '터미널에서 익히는 TCP 트레이너' } satisfies Text,
  sections: {
    name: { en: 'NAME', ko: '이름' },
    synopsis: { en: 'SYNOPSIS', ko: '사용법' },
    description: { en: 'DESCRIPTION', ko: '설명' },
    options: { en: 'OPTIONS OF EVERY COMMAND', ko: '공통 옵션' },
    commands: { en: 'COMMANDS', ko: '명령' },
    examples: { en: 'EXAMPLES', ko: '예' },
    exit: { en: 'EXIT STATUS', ko: '종료 코드' },
    environment: { en: 'ENVIRONMENT', ko: '환경 변수' },
    files: { en: 'FILES', ko: '파일' },
    see: { en: 'SEE ALSO', ko: '참고' },
  } satisfies Readonly<Record<string, Text>>,
  environment: [
    {
      name: 'LC_ALL, LC_MESSAGES, LANG',
      about: {
        en: 'the language until one is chosen: Korean where it begins with ko, else English',
        ko: '언어를 고르기 전까지 따르는 로캘. ko로 시작하면 한국어, 아니면 영어',
      },
    },
    { name: 'NO_COLOR', about: { en: 'no colour, as --no-color', ko: '색 없이 표시. --no-color와 같음' } },
    {
      name: 'INK_SCREEN_READER',
      about: {
        en: 'true: text line by line for a screen reader, as --screen-reader',
        ko: 'true이면 화면 낭독기용으로 한 줄씩 글로 표시. --screen-reader와 같음',
      },
    },
    {
      name: 'XDG_DATA_HOME, XDG_CONFIG_HOME',
      about: { en: 'where the folders below are, on Linux', ko: '리눅스에서 아래 폴더의 위치' },
    },
  ] satisfies readonly Entry[],
  files: [
    {
      name: '~/.local/share/seqack/learning.jsonl',
      about: { en: 'the record of what was learned', ko: '학습 기록' },
    },
    {
      name: '~/.local/share/seqack/decks/',
      about: { en: 'decks of your own that were imported', ko: '가져온 내 덱' },
    },
    { name: '~/.config/seqack/settings.json', about: { en: 'the settings', ko: '설정' } },
  ] satisfies readonly Entry[],
} as const;
