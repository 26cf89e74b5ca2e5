import type { Text } from '../../language.ts';
import { conventionsFor } from '../resolve.ts';
import type { Scenario, ScenarioCall } from '../scenario.ts';
import { contradiction } from './conventions.ts';

/** What of a scenario no single entry shows: all its sends together, and what its changes come to. */
type Played = Pick<Scenario, 'actions' | 'moves'>;

/** What `call` hands over to TCP at most, bytes. */
function sentBy(call: ScenarioCall): number {
  if (!('bytes' in call) || call.name === 'read' || call.name === 'set-receive-buffer') return 0;
  return typeof call.bytes === 'number' ? call.bytes : call.bytes.max;
}

/** Where something is sent, and how many bytes at most, in the order of the file. */
export function* sends({ actions, moves }: Played): Generator<readonly [list: 'actions' | 'moves', number, number]> {
  for (const [index, { call }] of actions.entries()) yield ['actions', index, sentBy(call)];
  for (const [index, { move }] of moves.entries()) yield ['moves', index, move.kind === 'call' ? sentBy(move.call) : 0];
}

/** The moves that leave an end with conventions which do not go together, by their index, and why. */
export function* contradictoryMoves({ moves, ...scenario }: Scenario): Generator<readonly [index: number, Text]> {
  const changed = { client: scenario.client.conventions, server: scenario.server.conventions };
  const profiles = { client: scenario.profile, server: scenario.profile };
  for (const [index, { move }] of moves.entries()) {
    if (move.kind !== 'endpoint') continue;
    const { host, change } = move;
    profiles[host] = change.profile ?? profiles[host];
    changed[host] = { ...changed[host], ...change.conventions };
    const endpoint = { ...scenario[host], conventions: changed[host] };
    const why = contradiction(conventionsFor({ ...scenario, profile: profiles[host] }, endpoint));
    if (why !== null) yield [index, why];
  }
}
