import type { Text } from '../../language.ts';
import { codeOf } from '../error-code.ts';
import type { LineFault } from '../events/event-schema.ts';
import type { FaultyLine } from './log-reader.ts';

/** Why the log cannot be written, or read. The app goes on with what is in memory. */
export interface LogProblem {
  readonly kind: 'full' | 'denied' | 'other';
  readonly text: Text;
}

/** A path as it may be shown: control characters in a folder's name never reach the terminal. */
function shown(path: string): string {
  return path.replace(/[\p{Cc}\p{Cf}]/gu, '?');
}

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const DENIED = new Set(['EACCES', 'EPERM', 'EROFS']);

/** The problem a failed write stands for. */
export function writeProblem(path: string, error: unknown): LogProblem {
  const code = codeOf(error);
  const file = shown(path);
  if (FULL.has(code)) {
    return {
      kind: 'full',
      text: {
        en: `The disk is full: your latest answers are not saved. Free some space and go on, and the next answer saves them too; when you quit they are lost (${file}).`,
        ko: `디스크가 가득 차서 최근 답을 저장하지 못했습니다. 공간을 비우고 계속하면 다음 답과 함께 저장하지만, 그대로 종료하면 사라집니다 (${file}).`,
      },
    };
  }
  if (DENIED.has(code)) {
    return {
      kind: 'denied',
      text: {
        en: `No permission to write ${file}: answers are kept only until you quit. Allow writing, or start with --data DIR.`,
        ko: `${file} 파일에 쓸 권한이 없어 종료하면 답이 사라집니다. 쓰기를 허용하거나 --data DIR로 다시 시작하세요.`,
      },
    };
  }
  return {
    kind: 'other',
    text: {
      en: `Could not write ${file} (${code}): answers are kept only until you quit. Check the folder, or start with --data DIR.`,
      ko: `${file} 파일을 쓰지 못해(${code}) 종료하면 답이 사라집니다. 폴더를 확인하거나 --data DIR로 다시 시작하세요.`,
    },
  };
}

/** The problem a failed read stands for. */
export function readProblem(path: string, error: unknown): LogProblem {
  const code = codeOf(error);
  const file = shown(path);
  return {
    kind: DENIED.has(code) ? 'denied' : 'other',
    text: {
      en: `Could not read ${file} (${code}): earlier progress is not shown. Check the file's permissions, or start with --data DIR.`,
      ko: `${file} 파일을 읽지 못해(${code}) 이전 기록을 표시할 수 없습니다. 파일 권한을 확인하거나 --data DIR로 다시 시작하세요.`,
    },
  };
}

/** At most this many line numbers are named. */
const NAMED_LINES = 5;

function list(lines: readonly number[]): string {
  const named = lines.slice(0, NAMED_LINES).join(', ');
  return lines.length > NAMED_LINES ? `${named}, …` : named;
}

/** One sentence about damaged lines. */
function unreadableLines(path: string, lines: readonly number[]): Text {
  const file = shown(path);
  const many = lines.length > 1;
  return {
    en: `${lines.length} damaged line${many ? 's' : ''} in ${file} (line${many ? 's' : ''} ${list(lines)}): skipped and left as ${many ? 'they are' : 'it is'}; everything else counts.`,
    ko: `${file} 파일에서 손상된 줄 ${lines.length}개(${list(lines)}번째 줄)를 건너뛰었습니다. 그 줄은 그대로 두며 나머지 기록은 모두 반영합니다.`,
  };
}

/** One sentence about lines of a later version; `beside` is the file this version writes to instead, if it would write there. */
function newerLines(path: string, lines: readonly number[], beside: string | null): Text {
  const file = shown(path);
  const many = lines.length > 1;
  const instead: Text =
    beside === null
      ? { en: '', ko: '' }
      : {
          en: ` This version leaves the file alone and writes to ${beside}.`,
          ko: ` 이 버전은 그 파일을 건드리지 않고 ${beside}에 기록합니다.`,
        };
  return {
    en: `${lines.length} line${many ? 's' : ''} in ${file} come${many ? '' : 's'} from a newer seqack (line${many ? 's' : ''} ${list(lines)}): kept, but not counted.${instead.en} Update seqack to count ${many ? 'them' : 'it'}.`,
    ko: `${file} 파일의 ${lines.length}개 줄(${list(lines)}번째 줄)은 더 새로운 seqack이 쓴 것이라 보존만 하고 반영하지 않았습니다.${instead.ko} seqack을 업데이트하세요.`,
  };
}

/** A sentence about each kind of line passed over, by file. */
export function lineProblems(
  faults: readonly { readonly path: string; readonly lines: readonly FaultyLine[] }[],
  beside: string | null,
): Text[] {
  return faults.flatMap(({ path, lines }) => {
    const linesWith = (kind: LineFault): number[] =>
      lines.filter(({ fault }) => fault === kind).map(({ line }) => line);
    const unreadable = linesWith('unreadable');
    const newer = linesWith('newer');
    return [
      ...(unreadable.length > 0 ? [unreadableLines(path, unreadable)] : []),
      ...(newer.length > 0 ? [newerLines(path, newer, beside)] : []),
    ];
  });
}

/** One sentence about a snapshot that is not what was written. */
export function snapshotDamaged(path: string): Text {
  return {
    en: `${shown(path)} was damaged: it was only a cache, and your record was read from the log instead.`,
    ko: `${shown(path)} 파일이 손상되었습니다. 캐시일 뿐이므로 로그에서 기록을 다시 읽었습니다.`,
  };
}

/** One sentence about events whose time is still to come. */
export function datedAhead(count: number): Text {
  const many = count > 1;
  return {
    en: `${count} ${many ? 'entries are' : 'entry is'} dated more than a day ahead: ${many ? 'they count' : 'it counts'} when the time comes. If today's date is wrong, set the clock right.`,
    ko: `하루 넘게 앞선 날짜의 기록이 ${count}개 있습니다. 그날이 되면 반영합니다. 오늘 날짜가 틀렸다면 시계를 맞추세요.`,
  };
}

/** One sentence about a clock that shows a time before the newest event. */
export function clockWentBack(behindMs: number): Text {
  const minutes = Math.max(1, Math.round(behindMs / 60_000));
  return {
    en: `The clock is ${minutes} min behind your last answer: what you do now is recorded right after it. If the clock is wrong, set it right.`,
    ko: `시계가 마지막 답보다 ${minutes}분 늦습니다. 지금부터의 기록은 마지막 답 바로 뒤에 이어집니다. 시계가 틀렸다면 맞추세요.`,
  };
}
