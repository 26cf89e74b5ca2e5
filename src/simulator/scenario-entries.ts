import * as v from 'valibot';
import { type Expecting, listOf, mayBeAbsent, optional, parsed, REFUSED, strictMap } from '../documents/schema.ts';
import type { Action, Amount, Fault, FaultEffect, ScenarioCall } from './scenario.ts';
import { forgery } from './scenario-forgeries.ts';
import { complain, timingEntries, timingOf } from './scenario-timing.ts';
import { amount, hostName, LONGEST_MS, oneOf, whole } from './scenario-values.ts';
import { LARGEST_NTH, MOST_BYTES, SEGMENT_MATCHES } from './scenario-words.ts';

/* The entries of a scenario's three lists: actions, faults, forge. */

const MOST_ENTRIES = 200;

const CALLS = ['connect', 'listen', 'send', 'read', 'close', 'abort', 'crash', 'stop-reading'] as const;

function callOf(name: (typeof CALLS)[number], bytes: Amount): ScenarioCall {
  return name === 'send' || name === 'read' ? { name, bytes } : { name };
}

const action = v.pipe(
  strictMap(
    {
      host: hostName,
      do: oneOf(CALLS),
      bytes: mayBeAbsent(amount(1, MOST_BYTES)),
      ...timingEntries,
    },
    {
      en: 'a map such as { host: client, do: connect }.',
      ko: '{ host: client, do: connect } 같은 맵을 쓰세요.',
    },
  ),
  v.rawTransform((context): Action => {
    const { host, do: name, bytes } = context.dataset.value;
    const counted = name === 'send' || name === 'read';
    if (counted && bytes === undefined) {
      complain(context, 'bytes', { en: `how many bytes to ${name}.`, ko: `${name}에는 바이트 수가 필요합니다.` });
    }
    if (!counted && bytes !== undefined) {
      complain(context, 'bytes', {
        en: `no "bytes" with "do: ${name}" (send and read have it).`,
        ko: `"do: ${name}"에는 bytes를 쓸 수 없습니다(send와 read에만 씁니다).`,
      });
    }
    return { host, ...timingOf(context), call: callOf(name, bytes ?? 1) };
  }),
);

const effect: Expecting<FaultEffect> = parsed(
  {
    en: 'drop, { delay: ms } or { duplicate-after: ms } (0 to 3,600,000, or a range).',
    ko: 'drop, { delay: ms }, { duplicate-after: ms } 가운데 하나를 쓰세요(0~3,600,000 또는 범위).',
  },
  (input) => {
    if (input === 'drop') return { kind: 'drop' };
    if (typeof input !== 'object' || input === null || Object.keys(input).length !== 1) return REFUSED;
    const [[key, given] = ['', null]] = Object.entries(input);
    const ms = v.safeParse(amount(0, LONGEST_MS), given);
    if (!ms.success) return REFUSED;
    if (key === 'delay') return { kind: 'delay', ms: ms.output };
    return key === 'duplicate-after' ? { kind: 'duplicate', afterMs: ms.output } : REFUSED;
  },
);

const fault = v.pipe(
  strictMap(
    {
      from: hostName,
      segment: optional(oneOf(SEGMENT_MATCHES), 'any'),
      nth: optional(whole(1, LARGEST_NTH), 1),
      count: optional(whole(1, MOST_ENTRIES), 1),
      effect,
    },
    {
      en: 'a map such as { from: client, segment: data, nth: 2, effect: drop }.',
      ko: '{ from: client, segment: data, nth: 2, effect: drop } 같은 맵을 쓰세요.',
    },
  ),
  v.transform(({ from, segment, nth, count, effect }) =>
    Array.from({ length: count }, (_, i): Fault => ({ from, match: segment, nth: nth + i, effect })),
  ),
);

const listWanted = (least: number) => ({
  en: `a list of ${least} to ${MOST_ENTRIES} entries.`,
  ko: `${least}~${MOST_ENTRIES}개짜리 목록을 쓰세요.`,
});

export const actions = listOf(action, 1, MOST_ENTRIES, listWanted(1));
/** Each entry by itself, however many segments it is for. */
export const faults = v.pipe(
  listOf(fault, 0, MOST_ENTRIES, listWanted(0)),
  v.transform((entries) => entries.flat()),
);
export const forgeries = listOf(forgery, 0, MOST_ENTRIES, listWanted(0));
