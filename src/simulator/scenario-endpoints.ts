import { type Expecting, mayBeAbsent, optional, parsed, REFUSED, strictMap } from '../documents/schema.ts';
import type { Text } from '../language.ts';
import { SEQUENCE_SPACE } from '../tcp/sequence.ts';
import { addressBytes } from '../trace/ip-address.ts';
import type { IsnChoice } from './scenario.ts';
import { conventions, misplacedConvention } from './scenario-conventions.ts';
import { amount, isWhole, LONGEST_MS, probability, whole, yesOrNo } from './scenario-values.ts';

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
const LARGEST_WINDOW = 65_535 * 2 ** 14;

const ENDPOINT: Text = {
  en: 'a map with isn, mss, window, port, address, nagle, delayed-ack, reads, conventions.',
  ko: 'isn, mss, window, port, address, nagle, delayed-ack, reads, conventions를 담은 맵을 쓰세요.',
};

function endpointEntries(port: number) {
  return {
    isn: optional(isn, 'random'),
    mss: optional(amount(1, 65_495), 1460),
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

export const network = strictMap(
  {
    delay: optional(amount(0, LONGEST_MS), 20),
    loss: optional(probability, 0),
    duplicate: optional(probability, 0),
    reorder: optional(probability, 0),
    mark: optional(probability, 0),
    'reorder-by': optional(amount(0, LONGEST_MS), 40),
  },
  {
    en: 'a map with delay, loss, duplicate, reorder, reorder-by, mark.',
    ko: 'delay, loss, duplicate, reorder, reorder-by, mark를 담은 맵을 쓰세요.',
  },
);
