import * as v from 'valibot';
import { type Expecting, mayBeAbsent, optional, parsed, REFUSED, strictMap } from '../../documents/schema.ts';
import type { Text } from '../../language.ts';
import type { Flag } from '../../tcp/segment.ts';
import { SEQUENCE_SPACE } from '../../tcp/sequence.ts';
import { optionBytes } from '../../tcp/wire/option-bytes.ts';
import { MOST_OPTION_BYTES } from '../../tcp/wire/option-kind.ts';
import type { ForgedOptions, ForgedSegment, SequenceSource, TimestampSource } from '../forged-segment.ts';
import type { Forgery } from '../scenario.ts';
import { complain, timingEntries, timingOf } from './timing.ts';
import { amount, hostName, oneOf, whole } from './values.ts';
import { parseSource, parseTimestamp, sequenceSource } from './words.ts';

/* The entries of `forge:` in a scenario file. */

/** What an IPv4 packet holds beside two headers without options (RFC 791 §3.1). */
const MOST_DATA = 65_535 - 20 - 20;

const FLAGS = ['SYN', 'FIN', 'RST', 'PSH', 'URG', 'ACK', 'ECE', 'CWR'] as const satisfies readonly Flag[];

const flags: Expecting<readonly Flag[]> = parsed(
  {
    en: `a list of flags such as [SYN, ACK], out of ${FLAGS.join(', ')}.`,
    ko: `[SYN, ACK] 같은 플래그 목록을 쓰세요. 쓸 수 있는 플래그: ${FLAGS.join(', ')}`,
  },
  (input) => {
    if (!Array.isArray(input)) return REFUSED;
    const set = FLAGS.filter((flag) => input.includes(flag));
    return set.length === input.length ? set : REFUSED;
  },
);

type Timestamps = readonly [TimestampSource, TimestampSource];

const timestamps: Expecting<Timestamps> = parsed(
  {
    en: `TSval and TSecr, each a number from 0 to ${SEQUENCE_SPACE - 1} or such as "server ts.recent - 100".`,
    ko: `TSval과 TSecr를 쓰세요. 각각 0~${SEQUENCE_SPACE - 1} 사이의 수나 "server ts.recent - 100" 같은 변수입니다.`,
  },
  (input) => {
    const [value, echoReply] = Array.isArray(input) && input.length === 2 ? input.map(parseTimestamp) : [];
    return value != null && echoReply != null ? [value, echoReply] : REFUSED;
  },
);

type SackBlock = readonly [SequenceSource, SequenceSource];

/** More blocks do not fit the header beside nothing else (RFC 2018 §3). */
const MOST_SACK_BLOCKS = 4;

const sackBlocks: Expecting<readonly SackBlock[]> = parsed(
  {
    en: `1 to ${MOST_SACK_BLOCKS} pairs of edges such as [[server rcv.nxt + 100, server rcv.nxt + 200]].`,
    ko: `[[server rcv.nxt + 100, server rcv.nxt + 200]]처럼 양 끝의 쌍을 1~${MOST_SACK_BLOCKS}개 쓰세요.`,
  },
  (input) => {
    if (!Array.isArray(input) || input.length < 1 || input.length > MOST_SACK_BLOCKS) return REFUSED;
    const blocks = input.map((pair: unknown): SackBlock | null => {
      const [left, right] = Array.isArray(pair) && pair.length === 2 ? pair.map(parseSource) : [];
      return left != null && right != null ? [left, right] : null;
    });
    return blocks.every((block) => block !== null) ? blocks : REFUSED;
  },
);

const permitted: Expecting<true> = parsed(
  { en: 'true, or no such key.', ko: 'true라고 쓰거나 항목을 빼세요.' },
  (input) => (input === true ? true : REFUSED),
);

const options = v.pipe(
  strictMap(
    {
      mss: mayBeAbsent(whole(0, 65_535)),
      'window-scale': mayBeAbsent(whole(0, 255)),
      'sack-permitted': mayBeAbsent(permitted),
      sack: mayBeAbsent(sackBlocks),
      timestamps: mayBeAbsent(timestamps),
    },
    {
      en: 'a map such as { mss: 1460, timestamps: [1000, 0] }.',
      ko: '{ mss: 1460, timestamps: [1000, 0] } 같은 맵을 쓰세요.',
    },
  ),
  v.rawTransform((context): ForgedOptions => {
    const given = context.dataset.value;
    const { mss, sack, timestamps: stamps } = given;
    const options: ForgedOptions = {
      ...(mss === undefined ? {} : { mss }),
      ...(given['window-scale'] === undefined ? {} : { windowScale: given['window-scale'] }),
      ...(given['sack-permitted'] === undefined ? {} : { sackPermitted: true }),
      ...(sack === undefined ? {} : { sack }),
      ...(stamps === undefined ? {} : { timestamps: stamps }),
    };
    if (optionLength(options) > MOST_OPTION_BYTES) {
      complain(context, 'sack', {
        en: `fewer blocks: these options take more than the ${MOST_OPTION_BYTES} bytes a header has for them.`,
        ko: `블록을 줄이세요. 옵션이 헤더에 들어가는 ${MOST_OPTION_BYTES}바이트를 넘습니다.`,
      });
    }
    return options;
  }),
);

/** The bytes these options take in a header (RFC 7323 appendix A). */
function optionLength({ sack = [], timestamps, ...others }: ForgedOptions): number {
  const stamped = timestamps === undefined ? others : { ...others, timestamps: [0, 0] as const };
  return optionBytes(stamped).length + (sack.length > 0 ? 4 + 8 * sack.length : 0);
}

const forgedEntries = {
  from: hostName,
  as: optional(oneOf(['forged', 'old-duplicate']), 'forged'),
  flags,
  seq: sequenceSource,
  ack: optional(sequenceSource, 0),
  len: optional(amount(0, MOST_DATA), 0),
  window: optional(whole(0, 65_535), 65_535),
  urgent: mayBeAbsent(whole(0, 65_535)),
  options: optional(options, {}),
};

const FORGED_NOW: Text = {
  en: 'a map such as { from: client, flags: [RST], seq: random }.',
  ko: '{ from: client, flags: [RST], seq: random } 같은 맵을 쓰세요.',
};

const forgedMap = strictMap(forgedEntries, FORGED_NOW);

function forgedIn<Input extends v.InferOutput<typeof forgedMap>>(
  context: Pick<v.RawTransformContext<Input>, 'dataset' | 'addIssue'>,
): ForgedSegment {
  const { from, as, flags: set, seq, ack, len, window, urgent, options } = context.dataset.value;
  const origin = as === 'forged' ? 'forged' : 'copy';
  if (urgent !== undefined && !set.includes('URG')) {
    complain(context, 'urgent', {
      en: 'no "urgent" without URG among the flags.',
      ko: 'flags에 URG가 있을 때만 urgent를 쓸 수 있습니다.',
    });
  }
  const most = MOST_DATA - optionLength(options);
  if ((typeof len === 'number' ? len : len.max) > most) {
    complain(context, 'len', {
      en: `at most ${most} bytes beside these options: IP has no room for more.`,
      ko: `이 옵션과 함께면 ${most}바이트 이하여야 합니다. IP 패킷에 더 들어가지 않습니다.`,
    });
  }
  return { from, origin, flags: set, seq, ack, len, window, urgent: urgent ?? 0, options };
}

export const forgery = v.pipe(
  strictMap(
    { ...forgedEntries, ...timingEntries },
    {
      en: 'a map such as { from: client, at: 100, flags: [RST], seq: random }.',
      ko: '{ from: client, at: 100, flags: [RST], seq: random } 같은 맵을 쓰세요.',
    },
  ),
  v.rawTransform((context): Forgery => ({ ...forgedIn(context), ...timingOf(context) })),
);

/** A forged segment whose time is said elsewhere. */
export const forgedNow = Object.assign(v.pipe(forgedMap, v.rawTransform(forgedIn)), { wants: FORGED_NOW });
