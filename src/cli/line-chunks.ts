const CHUNK_BYTES = 1 << 20;
const NEWLINE = Buffer.from('\n');

/**
 * Lines as pieces of a file, each line with its end. A line needs to be good only until the next one is asked for.
 */
export function* chunksOf(lines: Iterable<Buffer | string>): Generator<Buffer> {
  let pieces: Buffer[] = [];
  let length = 0;
  for (const line of lines) {
    const bytes = Buffer.from(line);
    pieces.push(bytes, NEWLINE);
    length += bytes.length + 1;
    if (length < CHUNK_BYTES) continue;
    yield Buffer.concat(pieces);
    pieces = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(pieces);
}
