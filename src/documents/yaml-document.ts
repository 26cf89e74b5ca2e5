import * as v from 'valibot';
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { Text } from '../language.ts';
import type { LineProblem, Read } from './problem.ts';
import { issueMessage } from './schema.ts';
import { yamlErrorMessage } from './yaml-errors.ts';

/** The largest YAML file read, in UTF-16 code units: far above any written by hand. */
export const LARGEST_FILE = 256 * 1024;
/** Brackets and indentation deeper than this are nobody's scenario and would exhaust the stack. */
const DEEPEST = 64;
const MOST_ALIASES = 100;
const MOST_PROBLEMS = 20;

type Path = readonly (string | number)[];

/** The line on which the value (or, failing that, its key or its nearest parent) of a path stands. */
export type LineOf = (path: Path) => number;

/**
 * Reads a YAML file by a schema. Never throws: syntax errors, files too large or too deep, alias bombs and values the
 * schema refuses all come back as problems with their lines. `kind` is what the whole file is called in messages.
 */
export function readYaml<S extends v.GenericSchema<unknown, unknown>>(
  text: string,
  schema: S,
  kind: Text,
): Read<{ readonly value: v.InferOutput<S>; readonly lineOf: LineOf }> {
  const unfit = tooLarge(text) ?? tooDeep(text);
  if (unfit !== null) return { ok: false, problems: [unfit] };
  const lines = new LineCounter();
  let document: Document.Parsed;
  let input: unknown;
  try {
    document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      // Not 'silent': that would also keep a second document from being an error.
      logLevel: 'error',
      // yaml compares every key with every other one: 7 s for a file of 26,000 keys. Done below with a set.
      uniqueKeys: false,
    });
    if (document.errors.length > 0) {
      const problems = document.errors.map((error) => ({
        line: Math.max(1, lines.linePos(error.pos[0]).line),
        message: yamlErrorMessage(error.code),
      }));
      return { ok: false, problems: tidy(problems) };
    }
    const twice = duplicateKeys(document);
    if (twice.length > 0) {
      const message = yamlErrorMessage('DUPLICATE_KEY');
      return { ok: false, problems: tidy(twice.map((offset) => ({ line: lines.linePos(offset).line, message }))) };
    }
    input = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch {
    // yaml throws for aliases that lead nowhere and for too many of them: the only reasons left here.
    return { ok: false, problems: [{ line: 1, message: UNREADABLE }] };
  }
  const lineOf: LineOf = (path) => {
    const offset = offsetOf(document, path);
    return offset === null ? 1 : Math.max(1, lines.linePos(offset).line);
  };
  const parsed = v.safeParse(schema, input);
  if (parsed.success) return { ok: true, value: { value: parsed.output, lineOf } };
  const problems = parsed.issues.map((issue) => {
    const path = (issue.path ?? []).map((item) => item.key as string | number);
    return { line: lineOf(path), message: issueMessage(issue, labelOf(path, kind), labelOf(path.slice(0, -1), kind)) };
  });
  return { ok: false, problems: tidy(problems) };
}

const UNREADABLE: Text = {
  en: 'Not readable: an alias (*name) leads nowhere, or there are too many; write the values out.',
  ko: '읽을 수 없습니다. 별칭(*이름)이 가리키는 값이 없거나 별칭이 너무 많습니다. 값을 직접 쓰세요.',
};

/** Offsets of keys that stand in their map a second time. */
function duplicateKeys(document: Document.Parsed): number[] {
  const found: number[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name)) found.push(startOf(key) ?? 0);
        seen.add(name);
      }
    },
  });
  return found;
}

function tooLarge(text: string): LineProblem | null {
  if (text.length <= LARGEST_FILE) return null;
  const kib = Math.ceil(text.length / 1024);
  const most = LARGEST_FILE / 1024;
  return {
    line: 1,
    message: {
      en: `The file is too large: ${kib} KiB; expected at most ${most} KiB.`,
      ko: `파일이 너무 큽니다(${kib} KiB). ${most} KiB 이하여야 합니다.`,
    },
  };
}

/** Counts brackets and list dashes, quotes or not: an honest file never comes near the limit either way. */
function tooDeep(text: string): LineProblem | null {
  let open = 0;
  let line = 1;
  for (const [index, row] of text.split('\n').entries()) {
    line = index + 1;
    for (const character of row) {
      if (character === '[' || character === '{') open++;
      if (character === ']' || character === '}') open = Math.max(0, open - 1);
      if (open > DEEPEST) return deepProblem(line);
    }
    const prefix = /^[\s?:-]*/.exec(row)?.[0] ?? '';
    const dashes = prefix.replace(/\s/g, '').length;
    const indent = prefix.length;
    if (dashes > DEEPEST || indent > 4 * DEEPEST) return deepProblem(line);
  }
  return null;
}

function deepProblem(line: number): LineProblem {
  return {
    line,
    message: {
      en: `Nested too deeply; expected at most ${DEEPEST} levels.`,
      ko: `너무 깊이 중첩되어 있습니다. ${DEEPEST}단계 이하여야 합니다.`,
    },
  };
}

/** The offset of the node a path leads to: the value's, its key's when it has no value, or that of the last parent found. */
function offsetOf(document: Document.Parsed, path: Path): number | null {
  let node: unknown = document.contents;
  let offset = startOf(node);
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (pair === undefined) return offset;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
      // A map or list starts below its key; the key's line is the one to look at.
      if (isScalar(node)) offset = startOf(node) ?? offset;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = startOf(node) ?? offset;
    } else {
      return offset;
    }
  }
  return offset;
}

function startOf(node: unknown): number | null {
  return (node as Node | null | undefined)?.range?.[0] ?? null;
}

/** Keys joined by dots; places in lists are left out, the line number tells which. */
function labelOf(path: Path, kind: Text): Text {
  const label = path.filter((step) => typeof step === 'string').join('.');
  return label === '' ? kind : { en: label, ko: label };
}

/** In the order of lines, none twice, and no more than anyone reads. */
function tidy(problems: readonly LineProblem[]): LineProblem[] {
  const seen = new Set<string>();
  const kept = problems.filter((problem) => {
    const key = `${problem.line} ${problem.message.en}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return kept.sort((a, b) => a.line - b.line).slice(0, MOST_PROBLEMS);
}
