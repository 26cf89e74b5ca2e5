import * as v from 'valibot';
import { listOf, mayBeAbsent, strictMap } from '../../documents/schema.ts';
import type { Text } from '../../language.ts';
import type { Call } from '../../trace/trace.ts';
import { least } from '../amount.ts';
import type { Move, ScenarioMove } from '../move.ts';
import type { ScenarioCall } from '../scenario.ts';
import { endpointChange, networkChange } from './endpoints.ts';
import { callDetails, callIn, callName, effect } from './entries.ts';
import { forgedNow } from './forgeries.ts';
import { complain, timingOf } from './timing.ts';
import { hostName, LONGEST_MS, LONGEST_RUN_MS, whole } from './values.ts';
import { condition, LARGEST_NTH } from './words.ts';

/* The entries of `moves:` in a scenario file: what was done by hand while it ran. */

/** More than anyone does by hand in one sitting. */
export const MOST_MOVES = 1000;

/** Of these keys an entry has exactly one. */
const KINDS = ['do', 'next', 'forge', 'network', 'set'] as const;

const WANTS: Text = {
  en: 'a map such as { at: 100, host: client, do: connect } or { at: 200, from: server, next: drop }.',
  ko: '{ at: 100, host: client, do: connect }나 { at: 200, from: server, next: drop } 같은 맵을 쓰세요.',
};

const ONE_KIND: Text = {
  en: `exactly one of ${KINDS.join(', ')} in an entry.`,
  ko: `항목마다 ${KINDS.join(', ')} 가운데 하나만 쓰세요.`,
};

const entry = strictMap(
  {
    at: mayBeAbsent(whole(0, LONGEST_RUN_MS)),
    when: mayBeAbsent(condition),
    after: mayBeAbsent(whole(0, LONGEST_MS)),
    host: mayBeAbsent(hostName),
    from: mayBeAbsent(hostName),
    do: mayBeAbsent(callName),
    ...callDetails,
    next: mayBeAbsent(effect),
    nth: mayBeAbsent(whole(1, LARGEST_NTH)),
    forge: mayBeAbsent(forgedNow),
    network: mayBeAbsent(networkChange),
    set: mayBeAbsent(endpointChange),
  },
  WANTS,
);

type Given = v.InferOutput<typeof entry>;
type Context = Pick<v.RawTransformContext<Given>, 'dataset' | 'addIssue'>;

const move = v.pipe(
  entry,
  v.rawTransform((context): ScenarioMove => {
    const { when, afterMs } = timingOf(context);
    return { when, afterMs: least(afterMs), move: moveIn(context) };
  }),
);

function moveIn(context: Context): Move {
  const given = context.dataset.value;
  const { from = 'both', next, nth = 1, forge, network, set } = given;
  const [kind, ...others] = KINDS.filter((key) => given[key] !== undefined);
  if (kind === undefined || others.length > 0) complain(context, others[0] ?? 'do', ONE_KIND);
  belong(context, 'host', kind === 'do' || kind === 'set');
  belong(context, 'from', kind === 'next' || kind === 'network', kind === 'next');
  if (kind !== 'next') belong(context, 'nth', false);
  if (kind !== 'do') for (const key of DETAIL_KEYS) belong(context, key, false);
  const host = given.host ?? 'client';
  if (next !== undefined) return { kind: 'next-segment', from: from === 'both' ? 'client' : from, nth, effect: next };
  if (forge !== undefined) return { kind: 'forge', forgery: forge };
  if (network !== undefined) return { kind: 'network', change: { from, set: network } };
  if (set !== undefined) return { kind: 'endpoint', host, change: set };
  return { kind: 'call', host, call: settled(context, callIn(context, given.do ?? 'connect')) };
}

const DETAIL_KEYS = ['bytes', 'urgent', 'push', 'timeout'] as const;

/** A key that only some kinds of moves have; with `needed` those have to have it. */
function belong(context: Context, key: keyof Given, does: boolean, needed = does): void {
  const has = context.dataset.value[key] !== undefined;
  if (has && !does) {
    complain(context, key, { en: `no "${key}" in such an entry.`, ko: `이런 항목에는 ${key} 값을 쓸 수 없습니다.` });
  }
  if (!has && needed) complain(context, key, { en: 'client or server.', ko: 'client나 server를 쓰세요.' });
}

/** What is done by hand has a size, not a range. */
function settled(context: Context, call: ScenarioCall): Call {
  const fixed = (key: 'bytes' | 'timeout', size: number | { readonly min: number }): number => {
    if (typeof size === 'number') return size;
    complain(context, key, { en: 'a whole number, not a range.', ko: '범위가 아닌 정수를 쓰세요.' });
    return size.min;
  };
  if ('bytes' in call) return { name: call.name, bytes: fixed('bytes', call.bytes) };
  return 'ms' in call ? { name: call.name, ms: fixed('timeout', call.ms) } : call;
}

export const moves = listOf(move, 0, MOST_MOVES, {
  en: `a list of 0 to ${MOST_MOVES} entries.`,
  ko: `0~${MOST_MOVES}개짜리 목록을 쓰세요.`,
});
