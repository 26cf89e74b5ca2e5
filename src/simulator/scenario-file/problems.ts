import type { LineProblem } from '../../documents/problem.ts';
import type { LineOf } from '../../documents/yaml-document.ts';
import { addressBytes } from '../../trace/ip-address.ts';
import { HOST_NAMES } from '../../trace/trace.ts';
import { conventionsFor } from '../resolve.ts';
import type { Scenario } from '../scenario.ts';
import { contradictoryMoves, sends } from './bounds.ts';
import { contradiction } from './conventions.ts';
import type { GivenScenario } from './schema.ts';
import { MOST_BYTES } from './words.ts';

/** What no single key shows: entries of a file that do not go together. `scenario` is what the file means. */
export function* problemsAcross(given: GivenScenario, scenario: Scenario, lineOf: LineOf): Generator<LineProblem> {
  yield* problemsOfAddresses(scenario, lineOf);
  yield* saidTwice(given, lineOf);
  for (const host of HOST_NAMES) {
    const message = contradiction(conventionsFor(scenario, scenario[host]));
    const own = 'minimumRtoMs' in given[host].conventions || 'maximumRtoMs' in given[host].conventions;
    if (message !== null) yield { line: lineOf(own ? [host, 'conventions'] : ['conventions']), message };
  }
  yield* nothingToPlay(given, lineOf);
  yield* problemsOfSends(given, lineOf);
  yield* problemsOfMoves(scenario, lineOf);
}

function* problemsOfAddresses({ client, server }: Scenario, lineOf: LineOf): Generator<LineProblem> {
  const [clientAddress, serverAddress] = [addressBytes(client.address), addressBytes(server.address)];
  if (clientAddress?.length !== serverAddress?.length) {
    yield {
      line: lineOf(['server']),
      message: {
        en: 'client and server have addresses of different IP versions; give both IPv4 or both IPv6 addresses.',
        ko: '클라이언트와 서버 주소의 IP 버전이 다릅니다. 둘 다 IPv4나 둘 다 IPv6로 쓰세요.',
      },
    };
  } else if (`${clientAddress}` === `${serverAddress}` && client.port === server.port) {
    yield {
      line: lineOf(['server']),
      message: {
        en: 'client and server have the same address and port; give one of them another.',
        ko: '클라이언트와 서버의 주소와 포트가 같습니다. 한쪽을 다르게 쓰세요.',
      },
    };
  }
}

/** A convention with a short form of its own key that is given in both ways. */
function* saidTwice(given: GivenScenario, lineOf: LineOf): Generator<LineProblem> {
  const twice = (path: readonly string[], inside: string): LineProblem => ({
    line: lineOf(path),
    message: {
      en: `${path.join('.')} and ${inside} say the same thing twice; keep one of them.`,
      ko: `${path.join('.')}, ${inside}: 둘은 같은 뜻입니다. 하나만 쓰세요.`,
    },
  });
  if (given.msl != null && given.conventions.mslMs !== undefined) yield twice(['msl'], 'conventions.msl');
  for (const host of HOST_NAMES) {
    const { nagle, 'delayed-ack': delayedAck, conventions } = given[host];
    if (nagle !== undefined && conventions.nagle !== undefined) {
      yield twice([host, 'nagle'], `${host}.conventions.nagle`);
    }
    if (delayedAck !== undefined && conventions.delayedAckMs !== undefined) {
      yield twice([host, 'delayed-ack'], `${host}.conventions.delayed-ack`);
    }
  }
}

function* problemsOfMoves(scenario: Scenario, lineOf: LineOf): Generator<LineProblem> {
  for (const [index, message] of contradictoryMoves(scenario)) yield { line: lineOf(['moves', index]), message };
}

/** Entries by which something may happen: without any there is nothing to play. */
function* nothingToPlay({ actions, moves }: GivenScenario, lineOf: LineOf): Generator<LineProblem> {
  if (actions.length > 0 || moves.length > 0) return;
  yield {
    line: lineOf(['actions']),
    message: {
      en: 'actions is an empty list; expected at least one entry there, or in moves.',
      ko: 'actions가 빈 목록입니다. actions나 moves에 항목을 하나 이상 쓰세요.',
    },
  };
}

function* problemsOfSends(given: GivenScenario, lineOf: LineOf): Generator<LineProblem> {
  let total = 0;
  for (const [list, index, bytes] of sends(given)) {
    const before = total;
    total += bytes;
    if (before <= MOST_BYTES && total > MOST_BYTES) {
      yield {
        line: lineOf([list, index]),
        message: {
          en: `All sends together pass ${MOST_BYTES} bytes here; make them smaller.`,
          ko: `여기까지 보내는 데이터가 모두 합쳐 ${MOST_BYTES}바이트를 넘습니다. 줄여 주세요.`,
        },
      };
    }
  }
}
