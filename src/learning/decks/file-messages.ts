import { quoted } from '../../documents/problem.ts';
import type { Text } from '../../language.ts';

/** A path as it may be shown. */
function shown(path: string): string {
  return quoted(path, 200);
}

/** A path as it may be typed in a command line. */
function typed(path: string): string {
  return /[\s'"]/.test(path) ? `"${shown(path)}"` : shown(path);
}

/** What is told about the files and folders of users' decks. */
export const fileMessages = {
  unreadable: (code: string): Text => {
    if (code === 'EACCES' || code === 'EPERM') {
      return { en: 'No permission to read it; left out.', ko: '읽을 권한이 없어 뺐습니다.' };
    }
    if (code === 'ENOENT') return { en: 'A link to a file that is not there.', ko: '없는 파일을 가리키는 링크입니다.' };
    return { en: `It could not be read (${code}); left out.`, ko: `읽지 못해(${code}) 뺐습니다.` };
  },
  notAFile: { en: 'Not a file; left out.', ko: '파일이 아니어서 뺐습니다.' },
  tooDeep: {
    en: 'The folders go too deep here; what is in this one is left out.',
    ko: '폴더가 너무 깊어 이 폴더 안은 읽지 않았습니다.',
  },
  tooManyFiles: {
    en: 'Too many files in this folder (50,000, or 5,000 notes, or 50 MB of notes); the rest is left out. Add a folder inside it instead.',
    ko: '폴더에 파일이 너무 많아(파일 5만 개, 노트 5,000개 또는 50 MB) 나머지는 읽지 않았습니다. 안쪽 폴더를 추가하세요.',
  },
  registryDamaged: (path: string, aside: string | null): Text => ({
    en: `${shown(path)} is damaged: the ids of cards it still holds are used${aside === null ? '' : `, and it is now ${shown(aside)}`}.`,
    ko: `${shown(path)} 파일이 손상되어 남아 있는 카드 id만 씁니다.${aside === null ? '' : ` 파일은 ${shown(aside)}으로 옮겼습니다.`}`,
  }),
  registryNewer: (path: string): Text => ({
    en: `${shown(path)} is of a newer seqack and stays as it is: cards edited since may come back as new ones. Update seqack.`,
    ko: `${shown(path)} 파일은 더 새로운 seqack이 쓴 것이라 그대로 둡니다. 그 뒤에 고친 카드는 새 카드로 보일 수 있으니 seqack을 업데이트하세요.`,
  }),
  registryUnreadable: (path: string, code: string): Text => ({
    en: `${shown(path)} could not be read (${code}): cards edited since may come back as new ones. Check its permissions.`,
    ko: `${shown(path)} 파일을 읽지 못해(${code}) 그 뒤에 고친 카드는 새 카드로 보일 수 있습니다. 파일 권한을 확인하세요.`,
  }),
  registryUnwritten: (path: string, code: string): Text => ({
    en: `The ids of cards could not be kept in ${shown(path)} (${code}): a card edited next may come back as a new one. Allow writing there.`,
    ko: `카드 id를 ${shown(path)} 파일에 저장하지 못했습니다(${code}). 다음에 고치는 카드는 새 카드로 보일 수 있으니 쓰기를 허용하세요.`,
  }),
  sourceMissing: (path: string, code: string): Text => ({
    en: `The decks of ${shown(path)} cannot be read (${code}). When it is gone for good: seqack deck remove ${typed(path)}`,
    ko: `${shown(path)}의 덱을 읽을 수 없습니다(${code}). 이제 쓰지 않는다면: seqack deck remove ${typed(path)}`,
  }),
  keptOut: (count: number, path: string): Text => ({
    en: `${count === 1 ? '1 problem' : `${count} problems`} in your decks: seqack deck check ${typed(path)}`,
    ko: `내 덱의 노트에 고칠 곳이 ${count}군데 있습니다: seqack deck check ${typed(path)}`,
  }),
  addedDamaged: (path: string): Text => ({
    en: `${shown(path)} is damaged, so the decks added there are not read. Add them again: seqack deck add PATH`,
    ko: `${shown(path)} 파일이 손상되어 추가한 덱을 읽지 못했습니다. 다시 추가하세요: seqack deck add PATH`,
  }),
  addedNewer: (path: string): Text => ({
    en: `${shown(path)} is of a newer seqack, so the decks added there are not read. Update seqack.`,
    ko: `${shown(path)} 파일은 더 새로운 seqack이 쓴 것이라 추가한 덱을 읽지 못했습니다. seqack을 업데이트하세요.`,
  }),
} as const satisfies Readonly<Record<string, Text | ((...values: never[]) => Text)>>;
