import type { Option } from '../question.ts';
import { normalized, type Reading, read, unreadable } from './reading.ts';

/** Index of an option named by its id, its place in the list counted from 1, or its text in either language. */
function findOption(options: readonly Option[], text: string): Option | undefined {
  const wanted = normalized(text);
  return (
    options.find((option) => normalized(option.id) === wanted) ??
    options.find((_, index) => String(index + 1) === wanted) ??
    options.find((option) => normalized(option.text.ko) === wanted || normalized(option.text.en) === wanted)
  );
}

/** The id of one option. */
export function readChoice(options: readonly Option[], text: string): Reading<string> {
  const option = findOption(options, text);
  if (option !== undefined) return read(option.id);
  return unreadable(
    `보기에 없습니다. 1부터 ${options.length}까지의 번호로 고르세요.`,
    `That is not one of the choices; pick a number from 1 to ${options.length}.`,
  );
}

/** All items in an order, as ids or places in the list: '2 1 3', '2,1,3', '213' (up to nine items). */
export function readOrder(items: readonly Option[], text: string): Reading<readonly string[]> {
  const parts = text.split(/[\s,>→]+/u).filter((part) => part !== '');
  const [only] = parts;
  const tokens = parts.length === 1 && only !== undefined ? [...normalized(only)] : parts;
  const ids = tokens.map((token) => findOption(items, token)?.id);
  const known = ids.filter((id): id is string => id !== undefined);
  if (known.length === tokens.length && new Set(known).size === items.length && known.length === items.length) {
    return read(known);
  }
  return unreadable(
    `항목 ${items.length}개를 한 번씩 순서대로 적으세요. 예: ${exampleOrder(items)}`,
    `Name each of the ${items.length} items once, in order, such as ${exampleOrder(items)}.`,
  );
}

function exampleOrder(items: readonly Option[]): string {
  return items.map((_, index) => items.length - index).join(' ');
}
