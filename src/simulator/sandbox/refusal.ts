import type { Text } from '../../language.ts';
import type { Move, ScenarioMove } from '../move.ts';
import { MOST_EVENTS } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import { contradictoryMoves, sends } from '../scenario-file/bounds.ts';
import { MOST_MOVES } from '../scenario-file/moves.ts';
import { MOST_BYTES } from '../scenario-file/words.ts';
import type { Sandbox } from './sandbox.ts';

/**
 * Why a move cannot be made at `ms`, or null: a scenario file has bounds, and what is made here has to fit in one. To be
 * asked before `act`, which takes any move.
 */
export function refusal({ base, moves, trace }: Sandbox, ms: number, move: Move): Text | null {
  if (trace.events.length > MOST_EVENTS && ms >= trace.endMs) return FULL;
  const kept = moves.filter((made) => made.ms <= Math.ceil(ms));
  if (base.moves.length + kept.length >= MOST_MOVES) return TOO_MANY;
  const made = [...kept, { ms, move }].map((one): ScenarioMove => {
    return { when: { kind: 'time', ms: one.ms }, afterMs: 0, move: one.move };
  });
  const scenario: Scenario = { ...base, moves: [...base.moves, ...made] };
  if (sentIn(scenario) > MOST_BYTES) return TOO_MUCH;
  const [, why] = [...contradictoryMoves(scenario)].find(([index]) => index === scenario.moves.length - 1) ?? [];
  return why ?? null;
}

function sentIn(scenario: Scenario): number {
  let total = 0;
  for (const [, , bytes] of sends(scenario)) total += bytes;
  return total;
}

const count = (n: number): string => n.toLocaleString('en-US');

const FULL: Text = {
  ko: `실행이 이벤트 ${count(MOST_EVENTS)}개에 이르러 더 진행할 수 없습니다. 되돌리거나 더 이른 시각에서 하세요.`,
  en: `This run has come to ${count(MOST_EVENTS)} events and goes no further; take something back, or act earlier.`,
};

const TOO_MANY: Text = {
  ko: `한 번에 할 수 있는 조작은 ${count(MOST_MOVES)}개까지입니다.`,
  en: `No more than ${count(MOST_MOVES)} moves fit in one sandbox.`,
};

const TOO_MUCH: Text = {
  ko: `보내는 데이터가 모두 합쳐 ${count(MOST_BYTES)}바이트를 넘습니다. 줄여 주세요.`,
  en: `All sends together would pass ${count(MOST_BYTES)} bytes; send less.`,
};
