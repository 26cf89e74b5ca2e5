import type { LineProblem } from '../../documents/problem.ts';
import { readYaml } from '../../documents/yaml-document.ts';
import type { Text } from '../../language.ts';
import type { HostName } from '../../trace/trace.ts';
import type { Action, EndpointSpec, Scenario } from '../scenario.ts';
import { problemsAcross } from './problems.ts';
import { type GivenScenario, isScenarioName, scenarioSchema } from './schema.ts';
import { ADDRESSES, LISTEN_AT_START, saysWhoListens } from './usual.ts';

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
  const name = given.name ?? nameFromFile(fileName);
  const scenario = toScenario(given, name ?? '');
  const problems = [...problemsAcross(given, scenario, lineOf)];
  if (name === null) problems.unshift({ line: 1, message: NAME_MISSING });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, scenario };
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
  return isScenarioName(stem) ? stem : null;
}

/** The server listens from the start unless the file says when, has the server connect by itself, or keeps the port closed. */
function withListening(given: GivenScenario): readonly Action[] {
  const own = saysWhoListens(given.actions);
  return own || !given.server.listens ? given.actions : [LISTEN_AT_START, ...given.actions];
}

function toEndpoint(given: GivenScenario, host: HostName): EndpointSpec {
  const { isn, mss, window, port, nagle, reads, conventions } = given[host];
  const peer = given[host === 'client' ? 'server' : 'client'].address;
  const fallback = ADDRESSES[host][peer?.includes(':') ? 1 : 0];
  return {
    isn,
    mss,
    window,
    port,
    address: given[host].address ?? fallback,
    nagle: nagle ?? given.conventions.nagle ?? false,
    delayedAck: given[host]['delayed-ack'] ?? true,
    reads,
    conventions,
  };
}

function toScenario(given: GivenScenario, name: string): Scenario {
  const { delay, loss, duplicate, reorder, mark } = given.network;
  return {
    name,
    title: given.title,
    about: given.about ?? { ko: '', en: '' },
    profile: given.profile,
    conventions: given.conventions,
    client: toEndpoint(given, 'client'),
    server: toEndpoint(given, 'server'),
    network: { delayMs: delay, loss, duplicate, reorder, reorderMs: given.network['reorder-by'], mark },
    actions: withListening(given),
    faults: given.faults,
    forgeries: given.forge,
    moves: given.moves,
    mslMs: given.msl ?? null,
    limitMs: given.limit,
  };
}
