import type { RawTransformContext } from 'valibot';
import { mayBeAbsent, pack } from '../../documents/schema.ts';
import type { Text } from '../../language.ts';
import type { Amount } from '../amount.ts';
import type { Condition } from '../condition.ts';
import { amount, LONGEST_MS } from './values.ts';
import { condition } from './words.ts';

/* `at`, `when` and `after`: when an action or a forged segment happens. */

export const timingEntries = {
  at: mayBeAbsent(amount(0, LONGEST_MS)),
  when: mayBeAbsent(condition),
  after: mayBeAbsent(amount(0, LONGEST_MS)),
};

interface Timing {
  readonly at?: Amount | undefined;
  readonly when?: Condition | undefined;
  readonly after?: Amount | undefined;
}

/** Reports a problem at one key of the map being read. */
export function complain<Input extends object>(
  context: Pick<RawTransformContext<Input>, 'dataset' | 'addIssue'>,
  key: keyof Input & string,
  wants: Text,
): void {
  const input = context.dataset.value;
  context.addIssue({
    message: pack(wants),
    input: input[key],
    path: [{ type: 'object', origin: 'value', input: input as Record<string, unknown>, key, value: input[key] }],
  });
}

/** The condition and the wait after it. Without `at` and `when` it is the start of the run. */
export function timingOf<Input extends Timing>(
  context: Pick<RawTransformContext<Input>, 'dataset' | 'addIssue'>,
): { readonly when: Condition; readonly afterMs: Amount } {
  const { at, when, after } = context.dataset.value;
  if (when !== undefined) {
    if (at !== undefined) {
      complain(context, 'at', {
        en: 'either "at" or "when", not both; a wait after "when" is "after".',
        ko: 'at과 when 가운데 하나만 쓰세요. when 다음에 기다리는 시간은 after입니다.',
      });
    }
    return { when, afterMs: after ?? 0 };
  }
  if (after !== undefined) {
    complain(context, 'after', { en: '"after" only beside "when".', ko: 'after는 when과 함께만 쓸 수 있습니다.' });
  }
  if (at === undefined || typeof at === 'number') return { when: { kind: 'time', ms: at ?? 0 }, afterMs: 0 };
  return { when: { kind: 'time', ms: 0 }, afterMs: at };
}
