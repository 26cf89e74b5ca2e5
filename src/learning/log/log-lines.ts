import type { Bytes } from './log-bytes.ts';

/** A line of a log as it stands in the file. */
export interface LogLine {
  /** From 1. */
  readonly number: number;
  /** Where its first byte is. */
  readonly start: number;
  /** Without the line's end; null when it is longer than LONGEST_LINE. Good until the next line is asked for. */
  readonly bytes: Buffer | null;
  /** Whether a line feed ends it; the last line may have none. */
  readonly isEnded: boolean;
}

/** No event is as long as this, in bytes: what is, is no log. It need not be held in memory. */
export const LONGEST_LINE = 16 << 20;

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const CHUNK_BYTES = 1 << 20;
const NONE = Buffer.alloc(0);

function withoutReturn(bytes: Buffer): Buffer {
  return bytes[bytes.length - 1] === RETURN ? bytes.subarray(0, -1) : bytes;
}

/** The lines, empty ones left out; a little of the file is held at a time, however long it is. */
export function* linesOf(source: Bytes): Generator<LogLine> {
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  let rest: Buffer = NONE;
  let isTooLong = false;
  let number = 1;
  let start = 0;
  let position = 0;

  const lineWith = (tail: Buffer, isEnded: boolean): LogLine => {
    const whole = rest.length === 0 ? tail : Buffer.concat([rest, tail]);
    return { number, start, bytes: isTooLong ? null : withoutReturn(whole), isEnded };
  };

  for (;;) {
    const got = source.read(chunk, position);
    if (got === 0) break;
    let from = 0;
    const part = chunk.subarray(0, got);
    for (let end = part.indexOf(NEWLINE); end >= 0; end = part.indexOf(NEWLINE, from)) {
      const line = lineWith(part.subarray(from, end), true);
      if (line.bytes === null || line.bytes.length > 0) yield line;
      rest = NONE;
      isTooLong = false;
      from = end + 1;
      start = position + from;
      number++;
    }
    position += got;
    isTooLong ||= position - start > LONGEST_LINE;
    rest = isTooLong ? NONE : Buffer.concat([rest, part.subarray(from)]);
  }
  const last = lineWith(NONE, false);
  if (last.bytes === null || last.bytes.length > 0) yield last;
}

const WINDOW_BYTES = 1 << 17;

/** Reads single lines again, by where they start; quick when one asks for them about in order. */
export function lineReader(source: Bytes): (start: number) => Buffer {
  let window: Buffer = NONE;
  let windowStart = 0;

  const refill = (start: number, length: number): void => {
    const bytes = Buffer.allocUnsafe(length);
    let filled = 0;
    for (let got = -1; filled < length && got !== 0; filled += got) {
      got = source.read(bytes.subarray(filled), start + filled);
    }
    window = bytes.subarray(0, filled);
    windowStart = start;
  };

  return (start) => {
    let length = WINDOW_BYTES;
    if (start < windowStart || start >= windowStart + window.length) refill(start, length);
    for (;;) {
      const end = window.indexOf(NEWLINE, start - windowStart);
      const isAll = windowStart + window.length >= source.size || window.length < length;
      if (end >= 0) return withoutReturn(window.subarray(start - windowStart, end));
      if (isAll && windowStart === start) return withoutReturn(window);
      if (windowStart === start) length *= 2;
      refill(start, length);
    }
  };
}
