import { quoted } from '../../documents/problem.ts';
import type { Text } from '../../language.ts';
import { count, grouped } from '../../ui/text/format.ts';

const path = (file: string): string => quoted(file, 200);

/** What a line of a log is about, in the plural, by the event's kind. */
export const kinds: Readonly<Record<string, Text>> = {
  answer: { en: 'answers', ko: '답' },
  card: { en: 'card grades', ko: '카드 평가' },
  item: { en: 'items set aside or taken up again', ko: '항목을 빼거나 다시 넣은 것' },
  undo: { en: 'undos', ko: '되돌리기' },
  lesson: { en: 'lessons opened or finished', ko: '개념 열람' },
  quiz: { en: 'quizzes', ko: '시험' },
  interview: { en: 'interview answers', ko: '면접 답변' },
  session: { en: 'sessions begun or ended', ko: '세션 시작과 끝' },
};

/** Why a line does not count, or what else there is to say of it; stands behind its place. */
export const findings = {
  notJson: { en: 'damaged: not JSON.', ko: '손상된 줄: JSON이 아닙니다.' },
  noObject: { en: 'damaged: JSON, but not an event.', ko: '손상된 줄: JSON이지만 이벤트가 아닙니다.' },
  missing: (field: string): Text => ({
    en: `damaged: "${quoted(field)}" is missing.`,
    ko: `손상된 줄: "${quoted(field)}" 항목이 없습니다.`,
  }),
  wrong: (field: string): Text => ({
    en: `damaged: "${quoted(field)}" has a value it cannot have.`,
    ko: `손상된 줄: "${quoted(field)}" 값이 올바르지 않습니다.`,
  }),
  tooLong: { en: 'damaged: longer than 16 MB.', ko: '손상된 줄: 16 MB보다 깁니다.' },
  conflict: (id: string, first: string): Text => ({
    en: `damaged: same id (${quoted(id)}) as ${first}, other content; one of the two was changed.`,
    ko: `손상된 줄: id(${quoted(id)})가 ${first}에도 있는데 내용이 다릅니다. 둘 중 하나가 바뀌었습니다.`,
  }),
  newer: {
    en: 'from a newer seqack: kept, but not counted. Update seqack to count it.',
    ko: '더 새로운 seqack이 쓴 줄이라 보존만 하고 반영하지 않습니다. seqack을 업데이트하세요.',
  },
  torn: {
    en: 'the last line is cut short, as when writing was interrupted: passed over, nothing else is harmed.',
    ko: '마지막 줄이 쓰다 만 채로 끝났습니다. 이 줄만 건너뛰며 나머지에는 영향이 없습니다.',
  },
  mended: {
    en: 'cut short, then written whole in the next line: nothing is missing.',
    ko: '쓰다 만 줄이지만 다음 줄에 온전히 다시 쓰여 빠진 기록은 없습니다.',
  },
  future: (date: string): Text => ({
    en: `dated ${date}, in the future: not counted before that time. A clock was wrong then, or is now.`,
    ko: `날짜가 미래(${date})라 그때가 되어야 반영됩니다. 그때 시계가 틀렸거나 지금 시계가 틀렸습니다.`,
  }),
  undoesNothing: {
    en: 'takes back an event that is not here; harmless, and it may be on another machine.',
    ko: '여기에 없는 기록을 되돌리는 줄입니다. 해는 없으며 다른 컴퓨터에 있는 기록일 수 있습니다.',
  },
} as const satisfies Readonly<Record<string, Text | ((...values: never[]) => Text)>>;

/** What the commands of `seqack log` print. */
export const log = {
  events: { en: 'events', ko: '기록' },
  first: { en: 'first', ko: '처음' },
  last: { en: 'last', ko: '마지막' },
  repeated: { en: 'lines that repeat another', ko: '중복된 줄' },
  newer: { en: 'lines of a newer version', ko: '새 버전이 쓴 줄' },
  noneYet: (folder: string): Text => ({
    en: `There is no log yet in ${path(folder)}; it begins with the first answer.`,
    ko: `${path(folder)} 폴더에 아직 기록이 없습니다. 첫 답과 함께 시작됩니다.`,
  }),
  sound: { en: 'Nothing to repair.', ko: '고칠 것이 없습니다.' },
  damaged: (lines: number): Text => ({
    en: `${count(lines, 'damaged line is', 'damaged lines are')} passed over and left in place; everything else counts. A copy without ${lines === 1 ? 'it' : 'them'}: seqack log export --out FILE`,
    ko: `손상된 줄 ${grouped(lines)}개를 건너뛰고 그대로 둡니다. 나머지는 모두 반영됩니다. 손상된 줄을 뺀 사본: seqack log export --out FILE`,
  }),
  conflictCopy: (file: string): Text => ({
    en: `${path(file)}: a copy left by a file sync. Take in what it has: seqack log merge '${path(file)}'`,
    ko: `${path(file)}: 파일 동기화가 남긴 사본입니다. 그 기록을 합치려면: seqack log merge '${path(file)}'`,
  }),
  noLogIn: (folder: string, name: string): Text => ({
    en: `${path(folder)} holds no ${name}; name a log, an export of one, or a data folder.`,
    ko: `${path(folder)} 폴더에 ${name} 파일이 없습니다. 로그 파일, 내보낸 파일, 데이터 폴더 중 하나를 지정하세요.`,
  }),
  notALog: (place: string, why: Text): Text => ({
    en: `${place}: no event in the whole file; nothing was taken. ${why.en}`,
    ko: `${place}: 파일 전체에 기록이 하나도 없어 아무것도 가져오지 않았습니다. ${why.ko}`,
  }),
  newerExport: (file: string): Text => ({
    en: `${path(file)} was exported by a newer seqack. Update seqack, or export it as jsonl.`,
    ko: `${path(file)} 파일은 더 새로운 seqack이 내보낸 것입니다. seqack을 업데이트하거나 jsonl 형식으로 내보내세요.`,
  }),
  exportTooLarge: (file: string): Text => ({
    en: `${path(file)} is larger than 100 MB, too large for one JSON document; export it as jsonl instead.`,
    ko: `${path(file)} 파일은 100 MB보다 커서 JSON 문서 하나로 읽을 수 없습니다. jsonl 형식으로 내보내세요.`,
  }),
  isOwn: (file: string): Text => ({
    en: `${path(file)} is your own log; name another one.`,
    ko: `${path(file)} 파일은 지금 쓰는 자신의 로그입니다. 다른 로그를 지정하세요.`,
  }),
  outIsRead: (file: string): Text => ({
    en: `--out ${path(file)} is one of the logs that are read; name a new file.`,
    ko: `--out ${path(file)} 파일은 지금 읽는 로그 중 하나입니다. 새 파일 이름을 쓰세요.`,
  }),
  merged: (file: string, fresh: number, known: number, passed: number): Text => ({
    en: `${file}: ${grouped(fresh)} new, ${grouped(known)} known, ${grouped(passed)} passed over`,
    ko: `${file}: 새 기록 ${grouped(fresh)}개, 이미 있는 기록 ${grouped(known)}개, 건너뛴 줄 ${grouped(passed)}개`,
  }),
  added: (events: number, file: string): Text => ({
    en: `${count(events, 'event', 'events')} added to ${path(file)}`,
    ko: `기록 ${grouped(events)}개를 ${path(file)}에 추가했습니다.`,
  }),
  wouldAdd: (events: number, file: string): Text => ({
    en: `Nothing was written: ${count(events, 'event', 'events')} would be added to ${path(file)}`,
    ko: `아무것도 쓰지 않았습니다. 실제로 실행하면 기록 ${grouped(events)}개를 ${path(file)}에 추가합니다.`,
  }),
  nothingNew: { en: 'Nothing to add.', ko: '추가할 기록이 없습니다.' },
  written: (events: number, file: string): Text => ({
    en: `${count(events, 'event', 'events')} written to ${path(file)}`,
    ko: `기록 ${grouped(events)}개를 ${path(file)}에 저장했습니다.`,
  }),
  newerStay: (file: string, lines: number): Text => ({
    en: `${file}: ${count(lines, 'line', 'lines')} of a newer seqack not taken. Keep this file, update seqack and do it again.`,
    ko: `${file}: 더 새로운 seqack이 쓴 줄 ${grouped(lines)}개는 가져오지 않았습니다. 이 파일을 지우지 말고 seqack을 업데이트한 뒤 다시 실행하세요.`,
  }),
  more: (lines: number): Text => ({
    en: `${count(lines, 'more line', 'more lines')} like these; all of them: seqack log check FILE`,
    ko: `이런 줄이 ${grouped(lines)}개 더 있습니다. 모두 보려면: seqack log check FILE`,
  }),
} as const satisfies Readonly<Record<string, Text | ((...values: never[]) => Text)>>;
