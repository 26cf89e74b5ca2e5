import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';

export type JsonPath = readonly (string | number)[];

/** Finds the lines of what stands at paths of a JSON text; null where that cannot be told. */
export interface Places {
  lineOf(path: JsonPath): number | null;
  /** The first error of syntax; null without one. */
  readonly error: { readonly line: number; readonly code: string } | null;
}

/** Texts beyond this are not taken apart again to find a line. */
const LONGEST = 60_000_000;

/** Reads a JSON text for its lines. Never throws. */
export function placesOf(text: string): Places {
  const errors: ParseError[] = [];
  let root: Node | undefined;
  try {
    if (text.length <= LONGEST) root = parseTree(text, errors, { disallowComments: true });
  } catch {
    // Nested so deeply that the stack does not hold it: nobody wrote that by hand.
    return { lineOf: () => null, error: null };
  }
  const lineAt = (offset: number): number => {
    let line = 1;
    for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
    return line;
  };
  const [first] = errors;
  return {
    lineOf(path) {
      // What is missing has no place; what it is missing from has.
      for (let length = path.length; root !== undefined && length >= 0; length--) {
        const node = findNodeAtLocation(root, [...path.slice(0, length)]);
        if (node !== undefined) return lineAt(node.parent?.type === 'property' ? node.parent.offset : node.offset);
      }
      return null;
    },
    error: first === undefined ? null : { line: lineAt(first.offset), code: printParseErrorCode(first.error) },
  };
}
