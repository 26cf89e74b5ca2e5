import type { EndpointSpec, Scenario } from '../scenario.ts';

/** What a scenario file that says nothing of an end has. */
const END: Omit<EndpointSpec, 'port' | 'address'> = {
  isn: 'random',
  mss: 1460,
  window: 65_535,
  nagle: false,
  delayedAck: true,
  reads: true,
  conventions: {},
};

/** Two hosts that do nothing by themselves; the server has its port open or closed. Where a sandbox from scratch begins. */
export function blankScenario(server: 'listens' | 'closed'): Scenario {
  const listens = server === 'listens';
  return {
    name: listens ? 'sandbox' : 'sandbox-closed',
    title: listens
      ? { ko: '빈 연습장', en: 'An empty sandbox' }
      : { ko: '빈 연습장(닫힌 포트)', en: 'An empty sandbox, the port closed' },
    about: {
      ko: '두 호스트가 있고, 아직 아무 일도 일어나지 않았습니다.',
      en: 'Two hosts, and nothing has happened yet.',
    },
    profile: 'rfc',
    conventions: {},
    client: { ...END, port: 50_000, address: '10.0.0.1' },
    server: { ...END, port: 80, address: '10.0.0.2' },
    network: { delayMs: 20, loss: 0, duplicate: 0, reorder: 0, reorderMs: 40, mark: 0 },
    actions: listens ? [{ host: 'server', when: { kind: 'time', ms: 0 }, afterMs: 0, call: { name: 'listen' } }] : [],
    faults: [],
    forgeries: [],
    moves: [],
    mslMs: null,
    limitMs: 600_000,
  };
}
