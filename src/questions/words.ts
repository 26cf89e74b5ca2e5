import type { Text } from '../language.ts';
import { SEQUENCE_SPACE } from '../tcp/sequence.ts';
import type { State } from '../tcp/state.ts';
import type { HostName } from '../trace/trace.ts';

/** A host inside a sentence. Both Korean names end in a vowel: 가, 는, 를, 와, 로 follow. */
export const HOST: Readonly<Record<HostName, Text>> = {
  client: { ko: '클라이언트', en: 'the client' },
  server: { ko: '서버', en: 'the server' },
};

/** A host at the start of an English sentence. */
export const HOST_FIRST: Readonly<Record<HostName, Text>> = {
  client: { ko: '클라이언트', en: 'The client' },
  server: { ko: '서버', en: 'The server' },
};

/** '100 + 1 = 101', with mod 2^32 where the sum wraps. */
export function sum(...terms: readonly number[]): string {
  const total = terms.reduce((a, b) => a + b, 0);
  return total < SEQUENCE_SPACE
    ? `${terms.join(' + ')} = ${total}`
    : `(${terms.join(' + ')}) mod 2^32 = ${total % SEQUENCE_SPACE}`;
}

/** '700 - 100 - 1 = 599', with mod 2^32 where the difference would be negative. */
export function difference(from: number, ...taken: readonly number[]): string {
  const left = taken.reduce((a, b) => a - b, from);
  const terms = [from, ...taken].join(' - ');
  return left >= 0 ? `${terms} = ${left}` : `(${terms}) mod 2^32 = ${left + SEQUENCE_SPACE}`;
}

/** '1 byte', '20 bytes'. */
export function bytes(count: number): string {
  return count === 1 ? '1 byte' : `${count} bytes`;
}

/** '1 data byte', '20 data bytes'. */
export function dataBytes(count: number): string {
  return count === 1 ? '1 data byte' : `${count} data bytes`;
}

/** Korean particles that depend on the last sound before them: the form after a consonant, then the one after a vowel. */
type Particles = '은/는' | '이/가' | '을/를' | '으로/로' | '과/와' | '이라고/라고';

/** Last digits read with a final consonant: 0 (영, 십, 백, 천, 만, 억), 1, 3, 6, 7, 8. */
const CONSONANT = /[013678]$/;
/** Those whose final consonant is ㄹ, after which 로 stays 로: 일, 칠, 팔. */
const RIEUL = /[178]$/;

/** A number with the particle that fits how it is read: '101은', '102는'. */
export function withParticle(value: number, particles: Particles): string {
  const digits = String(value);
  const [consonant, vowel] = particles.split('/');
  const closed = CONSONANT.test(digits) && !(particles === '으로/로' && RIEUL.test(digits));
  return `${digits}${closed ? consonant : vowel}`;
}

/** A state with the 로 or 으로 that fits how it is read: 'TIME-WAIT로', 'LISTEN으로'. */
export function toState(state: State): string {
  return `${state}${/[NG]$/.test(state) ? '으로' : '로'}`;
}
