import * as v from 'valibot';
import type { LineProblem } from '../documents/problem.ts';
import { type Expecting, mayBeAbsent, optional, parsed, REFUSED, strictMap } from '../documents/schema.ts';
import { type LineOf, readYaml } from '../documents/yaml-document.ts';
import type { Text } from '../language.ts';
import { addressBytes } from '../trace/ip-address.ts';
import type { Action, EndpointSpec, Scenario } from './scenario.ts';
import { actions, faults, forgeries } from './scenario-entries.ts';
import { bilingual, client, LONGEST_MS, network, oneOf, server, whole } from './scenario-values.ts';
import { MOST_BYTES } from './scenario-words.ts';

/** One day of virtual time. */
const LONGEST_RUN_MS = 24 * LONGEST_MS;
const LONGEST_NAME = 64;

const name: Expecting<string> = parsed(
  {
    en: `lower case letters, digits and hyphens, at most ${LONGEST_NAME}.`,
    ko: `영어 소문자, 숫자, 하이픈으로 ${LONGEST_NAME}자 이하로 쓰세요.`,
  },
  (input) =>
    typeof input === 'string' && input.length <= LONGEST_NAME && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(input)
      ? input
      : REFUSED,
);

const msl: Expecting<number | null> = parsed(
  { en: 'a whole number of ms from 1 to 3,600,000.', ko: '1~3,600,000 사이의 정수(ms)를 쓰세요.' },
  (input) =>
    input === null || (typeof input === 'number' && Number.isInteger(input) && input >= 1 && input <= LONGEST_MS)
      ? input
      : REFUSED,
);

const scenarioSchema = strictMap(
  {
    name: mayBeAbsent(name),
    title: bilingual(100),
    about: mayBeAbsent(bilingual(600)),
    profile: optional(oneOf(['rfc', 'linux', 'textbook']), 'rfc'),
    client: optional(client, {}),
    server: optional(server, {}),
    network: optional(network, {}),
    actions,
    faults: optional(faults, []),
    forge: optional(forgeries, []),
    msl: mayBeAbsent(msl),
    limit: optional(whole(1, LONGEST_RUN_MS), 600_000),
  },
  {
    en: 'a map with at least title and actions.',
    ko: '적어도 title과 actions를 담은 맵을 쓰세요.',
  },
);

type Given = v.InferOutput<typeof scenarioSchema>;

/**
 * Reads a scenario as written by hand (docs/scenarios.md). Never throws, whatever the text; sizes, times and counts are
 * bounded so that no file can keep the simulator busy without end. `fileName` gives the name when the file has none.
 */
export function readScenario(
  text: string,
  fileName: string,
): { ok: true; scenario: Scenario } | { ok: false; problems: readonly LineProblem[] } {
  const read = readYaml(text, scenarioSchema, { en: 'the scenario', ko: '시나리오' });
  if (!read.ok) return read;
  const { value: given, lineOf } = read.value;
  const scenarioName = given.name ?? nameFromFile(fileName);
  const problems = [...problemsAcross(given, lineOf)];
  if (scenarioName === null) problems.unshift({ line: 1, message: NAME_MISSING });
  if (problems.length > 0 || scenarioName === null) return { ok: false, problems };
  return { ok: true, scenario: toScenario(given, scenarioName) };
}

const NAME_MISSING: Text = {
  en: 'name is missing; expected lower case letters, digits and hyphens.',
  ko: 'name 항목이 없습니다. 영어 소문자, 숫자, 하이픈으로 쓰세요.',
};

function nameFromFile(fileName: string): string | null {
  const base = fileName.split(/[/\\]/).at(-1) ?? '';
  const stem = base
    .replace(/\.ya?ml$/i, '')
    .toLowerCase()
    .replaceAll('_', '-');
  return v.is(name, stem) ? stem : null;
}

/** What no single key shows: entries that do not go together. */
function* problemsAcross(given: Given, lineOf: LineOf): Generator<LineProblem> {
  const clientAddress = addressBytes(given.client.address);
  const serverAddress = addressBytes(given.server.address);
  if (clientAddress?.length !== serverAddress?.length) {
    yield {
      line: lineOf(['server']),
      message: {
        en: 'client and server have addresses of different IP versions; give both IPv4 or both IPv6 addresses.',
        ko: '클라이언트와 서버 주소의 IP 버전이 다릅니다. 둘 다 IPv4나 둘 다 IPv6로 쓰세요.',
      },
    };
  } else if (`${clientAddress}` === `${serverAddress}` && given.client.port === given.server.port) {
    yield {
      line: lineOf(['server']),
      message: {
        en: 'client and server have the same address and port; give one of them another.',
        ko: '클라이언트와 서버의 주소와 포트가 같습니다. 한쪽을 다르게 쓰세요.',
      },
    };
  }
  let total = 0;
  for (const [index, { call }] of given.actions.entries()) {
    if (call.name !== 'send') continue;
    const before = total;
    total += typeof call.bytes === 'number' ? call.bytes : call.bytes.max;
    if (before <= MOST_BYTES && total > MOST_BYTES) {
      yield {
        line: lineOf(['actions', index]),
        message: {
          en: `All sends together pass ${MOST_BYTES} bytes here; make them smaller.`,
          ko: `여기까지 보내는 데이터가 모두 합쳐 ${MOST_BYTES}바이트를 넘습니다. 줄여 주세요.`,
        },
      };
    }
  }
}

const LISTEN_AT_START: Action = {
  host: 'server',
  when: { kind: 'time', ms: 0 },
  afterMs: 0,
  call: { name: 'listen' },
};

/** The server listens from the start unless the file says when, has the server connect by itself, or keeps the port closed. */
function withListening(given: Given): readonly Action[] {
  const own = given.actions.some(
    ({ host, call }) => call.name === 'listen' || (host === 'server' && call.name === 'connect'),
  );
  return own || !given.server.listens ? given.actions : [LISTEN_AT_START, ...given.actions];
}

function toEndpoint(given: Given['client']): EndpointSpec {
  const { isn, mss, window, port, address, nagle, reads } = given;
  return { isn, mss, window, port, address, nagle, delayedAck: given['delayed-ack'], reads, conventions: {} };
}

function toScenario(given: Given, scenarioName: string): Scenario {
  const { delay, loss, duplicate, reorder } = given.network;
  return {
    name: scenarioName,
    title: given.title,
    about: given.about ?? { ko: '', en: '' },
    profile: given.profile,
    conventions: {},
    client: toEndpoint(given.client),
    server: toEndpoint(given.server),
    network: { delayMs: delay, loss, duplicate, reorder, reorderMs: given.network['reorder-by'] },
    actions: withListening(given),
    faults: given.faults,
    forgeries: given.forge,
    mslMs: given.msl ?? null,
    limitMs: given.limit,
  };
}
