import { anki } from './anki.ts';
import { gift } from './gift.ts';
import { html } from './html.ts';
import { markdown } from './markdown.ts';
import { moodleXml } from './moodle-xml.ts';
import type { Writer } from './sheet.ts';

/** Every format of a worksheet, by the name it is asked for. */
export const WRITERS = {
  md: markdown,
  html,
  gift,
  'moodle-xml': moodleXml,
  anki,
} as const satisfies Readonly<Record<string, Writer>>;

export type WorksheetFormat = keyof typeof WRITERS;
