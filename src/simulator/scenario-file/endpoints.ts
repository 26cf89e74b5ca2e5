import * as v from 'valibot';
import { type Expecting, mayBeAbsent, optional, parsed, present, REFUSED, strictMap } from '../../documents/schema.ts';
import type { Text } from '../../language.ts';
import { SEQUENCE_SPACE } from '../../tcp/sequence.ts';
import { addressBytes } from '../../trace/ip-address.ts';
import type { EndpointChange } from '../move.ts';
import type { NetworkSpec } from '../network-spec.ts';
import type { IsnChoice } from '../scenario.ts';
import { conventions, misplacedConvention } from './conventions.ts';
import { amount, isWhole, LONGEST_MS, oneOf, probability, whole, yesOrNo } from './values.ts';

/* The two ends of a scenario file and the path between them. */

const ISN_WORDS = ['zero', 'random', 'near-wrap', 'rfc6528'] as const;
const LAST = SEQUENCE_SPACE - 1;

const isn: Expecting<IsnChoice> = parsed(
  {
    en: `${ISN_WORDS.join(', ')}, a number from 0 to ${LAST}, or a list of such numbers.`,
    ko: `${ISN_WORDS.join(', ')} 가운데 하나, 0~${LAST} 사이의 수, 또는 그런 수의 목록을 쓰세요.`,
  },
  (input) => {
    const word = ISN_WORDS.find((known) => known === input);
    if (word !== undefined) return word;
    const numbers: readonly unknown[] = Array.isArray(input) ? input : [input];
    const fits = numbers.length > 0 && numbers.length <= 100;
    return fits && numbers.every((n): n is number => isWhole(n, 0, LAST)) ? numbers : REFUSED;
  },
);

const address: Expecting<string> = parsed(
  {
    en: 'an IPv4 or IPv6 address such as 10.0.0.1 or 2001:db8::1.',
    ko: '10.0.0.1이나 2001:db8::1 같은 IPv4 또는 IPv6 주소를 쓰세요.',
  },
  (input) => (typeof input === 'string' && addressBytes(input) !== null ? input : REFUSED),
);

/** The largest receive buffer a 16-bit window with the largest scale can offer (RFC 7323 §2.3): 65535 * 2^14. */
export const LARGEST_WINDOW = 65_535 * 2 ** 14;

/** The largest MSS a scenario may have: what an IPv4 packet holds beside two headers. */
export const LARGEST_MSS = 65_495;

/** What both TCPs follow. */
export const profile = oneOf(['rfc', 'linux', 'textbook']);

const ENDPOINT: Text = {
  en: 'a map with isn, mss, window, port, address, nagle, delayed-ack, reads, conventions.',
  ko: 'isn, mss, window, port, address, nagle, delayed-ack, reads, conventions를 담은 맵을 쓰세요.',
};

function endpointEntries(port: number) {
  return {
    isn: optional(isn, 'random'),
    mss: optional(amount(1, LARGEST_MSS), 1460),
    window: optional(amount(0, LARGEST_WINDOW), 65_535),
    port: optional(whole(1, 65_535), port),
    address: mayBeAbsent(address),
    nagle: mayBeAbsent(yesOrNo),
    'delayed-ack': mayBeAbsent(yesOrNo),
    reads: optional(yesOrNo, true),
    conventions: optional(conventions, {}),
  };
}

const HINTS = { misplaced: misplacedConvention };

export const client = strictMap(endpointEntries(50_000), ENDPOINT, HINTS);
/** `listens: false` leaves the port closed: a SYN gets a reset. */
export const server = strictMap({ ...endpointEntries(80), listens: optional(yesOrNo, true) }, ENDPOINT, HINTS);

const NETWORK: Text = {
  en: 'a map with delay, loss, duplicate, reorder, reorder-by, mark.',
  ko: 'delay, loss, duplicate, reorder, reorder-by, mark를 담은 맵을 쓰세요.',
};

const milliseconds = amount(0, LONGEST_MS);

export const network = strictMap(
  {
    delay: optional(milliseconds, 20),
    loss: optional(probability, 0),
    duplicate: optional(probability, 0),
    reorder: optional(probability, 0),
    mark: optional(probability, 0),
    'reorder-by': optional(milliseconds, 40),
  },
  NETWORK,
);

/** What of the path is otherwise from some moment on; keys left out stay as they are. */
export const networkChange = v.pipe(
  strictMap(
    {
      delay: mayBeAbsent(milliseconds),
      loss: mayBeAbsent(probability),
      duplicate: mayBeAbsent(probability),
      reorder: mayBeAbsent(probability),
      mark: mayBeAbsent(probability),
      'reorder-by': mayBeAbsent(milliseconds),
    },
    NETWORK,
  ),
  v.transform((given): Partial<NetworkSpec> => {
    const { delay, loss, duplicate, reorder, mark } = given;
    return present({ delayMs: delay, loss, duplicate, reorder, reorderMs: given['reorder-by'], mark });
  }),
);

const ENDPOINT_CHANGE: Text = {
  en: 'a map with some of profile, conventions, mss, window.',
  ko: 'profile, conventions, mss, window 가운데 바꿀 것을 담은 맵을 쓰세요.',
};

/** What of an end is otherwise from some moment on. */
export const endpointChange = v.pipe(
  strictMap(
    {
      profile: mayBeAbsent(profile),
      conventions: mayBeAbsent(conventions),
      mss: mayBeAbsent(whole(1, LARGEST_MSS)),
      window: mayBeAbsent(whole(0, LARGEST_WINDOW)),
    },
    ENDPOINT_CHANGE,
    HINTS,
  ),
  v.transform(
    ({ profile, conventions, mss, window }): EndpointChange => present({ profile, conventions, mss, window }),
  ),
);
