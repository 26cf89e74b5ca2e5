import type { RawTransformContext } from 'valibot';
import * as v from 'valibot';
import { type Expecting, listOf, mayBeAbsent, optional, parsed, REFUSED, strictMap } from '../../documents/schema.ts';
import type { Text } from '../../language.ts';
import type { Amount } from '../amount.ts';
import type { Fault, FaultEffect } from '../fault.ts';
import type { Action, ScenarioCall } from '../scenario.ts';
import { forgery } from './forgeries.ts';
import { complain, timingEntries, timingOf } from './timing.ts';
import { amount, hostName, LONGEST_MS, oneOf, whole, yesOrNo } from './values.ts';
import { LARGEST_NTH, MOST_BYTES, SEGMENT_MATCHES } from './words.ts';

/* The entries of a scenario's three lists: actions, faults, forge. */

/** Of any list but that of moves. */
export const MOST_ENTRIES = 200;

const CALLS = [
  'connect',
  'listen',
  'listen-for-peer',
  'send',
  'read',
  'set-user-timeout',
  'close',
  'close-fully',
  'abort',
  'crash',
  'stop-reading',
  'resume-reading',
  'set-receive-buffer',
] as const;

type Do = (typeof CALLS)[number];

/** What an action may say beside its call, and which calls it belongs to. */
const DETAILS: Readonly<Record<'bytes' | 'urgent' | 'push' | 'timeout', readonly Do[]>> = {
  bytes: ['connect', 'send', 'read', 'set-receive-buffer'],
  urgent: ['send'],
  push: ['send'],
  timeout: ['set-user-timeout'],
};

const NEED_BYTES: readonly Do[] = ['send', 'read', 'set-receive-buffer'];

/** Which call it is. */
export const callName = oneOf(CALLS);

/** What it may say beside that. */
export const callDetails = {
  bytes: mayBeAbsent(amount(1, MOST_BYTES)),
  urgent: mayBeAbsent(yesOrNo),
  push: mayBeAbsent(yesOrNo),
  timeout: mayBeAbsent(amount(1, LONGEST_MS)),
};

interface GivenDetails {
  readonly bytes?: Amount | undefined;
  readonly urgent?: boolean | undefined;
  readonly push?: boolean | undefined;
  readonly timeout?: Amount | undefined;
}

/** The call `name` with its details, which stand in the map being read. */
export function callIn<Input extends GivenDetails>(
  context: Pick<RawTransformContext<Input>, 'dataset' | 'addIssue'>,
  name: Do,
): ScenarioCall {
  const given = context.dataset.value;
  const { bytes, urgent = false, push = true, timeout } = given;
  if (NEED_BYTES.includes(name) && bytes === undefined) {
    complain(context, 'bytes', { en: `how many bytes to ${name}.`, ko: `${name}에는 바이트 수가 필요합니다.` });
  }
  if (DETAILS.timeout.includes(name) && timeout === undefined) {
    complain(context, 'timeout', { en: 'the user timeout in ms.', ko: '사용자 타임아웃(ms)을 쓰세요.' });
  }
  for (const detail of ['bytes', 'urgent', 'push', 'timeout'] as const) {
    if (given[detail] === undefined || DETAILS[detail].includes(name)) continue;
    const having = DETAILS[detail];
    complain(context, detail, {
      en: `no "${detail}" with "do: ${name}" (only with: ${having.join(', ')}).`,
      ko: `"do: ${name}"에는 ${detail} 항목을 쓸 수 없습니다(${having.join(', ')}에만 씁니다).`,
    });
  }
  if (urgent && !push) {
    complain(context, 'push', { en: 'true beside "urgent: true".', ko: 'urgent: true이면 push도 true여야 합니다.' });
  }
  return callOf(name, bytes, timeout ?? 1, urgent ? 'send-urgent' : push ? 'send' : 'send-unpushed');
}

const action = v.pipe(
  strictMap(
    { host: hostName, do: callName, ...callDetails, ...timingEntries },
    {
      en: 'a map such as { host: client, do: connect }.',
      ko: '{ host: client, do: connect } 같은 맵을 쓰세요.',
    },
  ),
  v.rawTransform((context): Action => {
    const { host, do: name } = context.dataset.value;
    return { host, ...timingOf(context), call: callIn(context, name) };
  }),
);

function callOf(
  name: Do,
  bytes: Amount | undefined,
  ms: Amount,
  send: 'send' | 'send-urgent' | 'send-unpushed',
): ScenarioCall {
  switch (name) {
    case 'connect':
      return bytes === undefined ? { name } : { name: 'connect-with-data', bytes };
    case 'send':
      return { name: send, bytes: bytes ?? 1 };
    case 'read':
    case 'set-receive-buffer':
      return { name, bytes: bytes ?? 1 };
    case 'set-user-timeout':
      return { name, ms };
    default:
      return { name };
  }
}

export const effect: Expecting<FaultEffect> = parsed(
  {
    en: 'drop, mark, { delay: ms } or { duplicate-after: ms } (0 to 3,600,000, or a range).',
    ko: 'drop, mark, { delay: ms }, { duplicate-after: ms } 가운데 하나를 쓰세요(0~3,600,000 또는 범위).',
  },
  (input) => {
    if (input === 'drop' || input === 'mark') return { kind: input };
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

const LIST_WANTED: Text = {
  en: `a list of 0 to ${MOST_ENTRIES} entries.`,
  ko: `0~${MOST_ENTRIES}개짜리 목록을 쓰세요.`,
};

export const actions = listOf(action, 0, MOST_ENTRIES, LIST_WANTED);
/** Each entry by itself, however many segments it is for. */
export const faults = v.pipe(
  listOf(fault, 0, MOST_ENTRIES, LIST_WANTED),
  v.transform((entries) => entries.flat()),
);
export const forgeries = listOf(forgery, 0, MOST_ENTRIES, LIST_WANTED);
