import type { HostName } from '../../trace/trace.ts';
import { HOST_NAMES } from '../../trace/trace.ts';
import { usage } from '../failure.ts';
import type { Globals } from '../globals.ts';
import { reportLanguage } from '../report-language.ts';
import { showScreen } from '../screen.ts';
import { errors, forms } from '../text/errors.ts';
import { readCount, readWord } from '../values.ts';

export interface CaptureOptions {
  readonly plain?: true;
  readonly json?: true;
  readonly conversation?: string;
  readonly numbers?: string;
  readonly at?: string;
  readonly from?: string;
  readonly count?: string;
}

/** Standard input, where a file's name is expected. */
const STANDARD_INPUT = '-';

/** Segments that a plain ladder shows, unless more are asked for, and the most it can. */
const LADDER = { usual: 1000, most: 20_000 } as const;

const LARGEST = 999_999_999;

/** `seqack capture [FILE]`: the conversations of a capture, or one of them, on the screen, as text or as JSON. */
export async function capture(named: string | null, given: CaptureOptions, globals: Globals): Promise<number> {
  const { plain = false, json = false } = given;
  if (plain && json) throw usage(errors.together('--plain', '--json'));
  if (given.numbers !== undefined && !plain) throw usage(errors.onlyWith('--numbers', '--plain'));
  for (const option of ['from', 'count'] as const) {
    if (given[option] !== undefined && given.conversation === undefined) {
      throw usage(errors.onlyWith(`--${option}`, '--conversation'));
    }
    if (given[option] !== undefined && !plain && !json) throw usage(errors.onlyWith(`--${option}`, '--plain'));
  }
  if (named === '' || named?.includes('\0')) throw usage(errors.badForm('FILE', named, forms.captureFile));
  if (named === null && Object.keys(given).length > 0) throw usage(errors.noCaptureNamed);
  const at: HostName | null = given.at === undefined ? null : readWord('--at', given.at, HOST_NAMES);
  const conversation =
    given.conversation === undefined ? null : readCount('--conversation', given.conversation, LARGEST);

  if (named === null || !(plain || json)) {
    if (named === STANDARD_INPUT) throw usage(errors.onlyWith('FILE -', '--plain'));
    const hasTerminal = process.stdin.isTTY && process.stdout.isTTY;
    if (named !== null && hasTerminal) await (await import('../capture-reading.ts')).checkCapture(named);
    return showScreen(
      () => (named === null ? { screen: 'capture-file' } : { screen: 'capture', path: named, at, conversation }),
      'seqack capture FILE --plain',
      globals,
    );
  }
  const from = given.from === undefined ? 1 : readCount('--from', given.from, LARGEST);
  const most = json ? Number.POSITIVE_INFINITY : LADDER.usual;
  const count = given.count === undefined ? most : readCount('--count', given.count, json ? LARGEST : LADDER.most);
  const path = named === STANDARD_INPUT ? null : named;
  const asked = { path, name: named, at, language: reportLanguage(globals), range: { conversation, from, count } };
  if (json) return (await import('../capture-document.ts')).printDocument(asked);
  const numbers = readWord('--numbers', given.numbers ?? 'absolute', ['absolute', 'relative']);
  return (await import('../capture-plain.ts')).printPlain({ ...asked, numbers, ascii: globals.ascii });
}
