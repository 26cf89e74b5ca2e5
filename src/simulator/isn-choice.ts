import { rfc6528Isn } from '../tcp/isn.ts';
import { SEQUENCE_SPACE, toSequence } from '../tcp/sequence.ts';
import type { ResolvedEndpoint } from './host.ts';
import type { Random } from './random.ts';

/** How far below 2^32 a 'near-wrap' ISN lies at most: a few segments carry the stream over the edge. */
const NEAR_WRAP = 2000;

/**
 * The `nth` ISS (from 1) that this endpoint chooses, at `now` ms of its run. `secret` keys
 * RFC 6528's F.
 */
export function chooseIsn(
  own: ResolvedEndpoint,
  peer: ResolvedEndpoint,
  nth: number,
  now: number,
  { chance, secret }: { readonly chance: Random; readonly secret: string },
): number {
  const choice = own.isn;
  if (choice === 'zero') return 0;
  if (choice === 'random') return chance.int(0, SEQUENCE_SPACE - 1);
  if (choice === 'near-wrap') return SEQUENCE_SPACE - chance.int(1, NEAR_WRAP);
  if (choice === 'rfc6528') {
    const tuple = {
      localAddress: own.address,
      localPort: own.port,
      remoteAddress: peer.address,
      remotePort: peer.port,
    };
    return rfc6528Isn(tuple, secret, now);
  }
  return toSequence(choice[Math.min(nth, choice.length) - 1] ?? 0);
}
