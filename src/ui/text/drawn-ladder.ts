import type { Text } from '../../language.ts';
import type { HostName } from '../../trace/trace.ts';
import { WHO } from './captures.ts';

/** What a ladder drawn in a lesson shows, in words for a screen reader. Of both hosts the Korean names end in a vowel. */
export const drawnLadder = {
  /** A segment goes from one side to the other in the row. */
  arrives: (from: HostName, to: HostName, what: string): Text => ({
    ko: `${WHO[from].ko}에서 ${WHO[to].ko}로: ${what}`,
    en: `${WHO[from].en} to ${WHO[to].en}: ${what}`,
  }),
  lost: (from: HostName, _to: HostName, what: string): Text => ({
    ko: `${WHO[from].ko}가 보냄: ${what}, 유실됨`,
    en: `${WHO[from].en} sends: ${what}, lost`,
  }),
  /** It leaves in the row, and arrives in a later one. */
  leaves: (from: HostName, _to: HostName, what: string): Text => ({
    ko: `${WHO[from].ko}가 보냄: ${what}, 아직 도착하지 않음`,
    en: `${WHO[from].en} sends: ${what}, still on its way`,
  }),
  /** It arrives in the row, and left in an earlier one. */
  late: (_from: HostName, to: HostName, what: string): Text => ({
    ko: `${WHO[to].ko}에 늦게 도착: ${what}`,
    en: `${WHO[to].en} receives late: ${what}`,
  }),
  /** Two segments that crossed. */
  bothArrive: { ko: '둘 다 도착', en: 'both arrive' },
  state: (host: HostName, state: string): Text => ({
    ko: `${WHO[host].ko} ${state}`,
    en: `${WHO[host].en} ${state}`,
  }),
} as const;
