import type { Text } from '../../language.ts';
import { messages } from './messages.ts';

/** The text of a file, or what keeps it from being read and on which line. */
export type NoteBytes =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly line: number; readonly message: Text };

const NEWLINE = 0x0a;

/** Reads a file's bytes as UTF-8; other encodings (UTF-16, EUC-KR) are told, with the line where they show. */
export function readNoteBytes(bytes: Uint8Array): NoteBytes {
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    const replaced = Buffer.from(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
    let line = 1;
    for (let i = 0; i < bytes.length && bytes[i] === replaced[i]; i++) if (bytes[i] === NEWLINE) line++;
    return { ok: false, line, message: messages.notUtf8 };
  }
}
