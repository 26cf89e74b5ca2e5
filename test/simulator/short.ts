import type { Scenario } from '../../src/simulator/scenario.ts';
import type { Trace } from '../../src/trace/trace.ts';

type EndpointGiven = Partial<Scenario['client']>;

/** A scenario with only the interesting parts given; the rest is quiet: 10 ms each way, nothing lost, no delayed ACK. */
export function scenario(
  given: Partial<Omit<Scenario, 'client' | 'server'>> & { client?: EndpointGiven; server?: EndpointGiven },
): Scenario {
  const endpoint = { mss: 1460, window: 65535, nagle: false, delayedAck: false, reads: true, conventions: {} };
  return {
    name: 'test',
    title: { ko: '시험', en: 'Test' },
    about: { ko: '', en: '' },
    profile: 'rfc',
    conventions: {},
    network: { delayMs: 10, loss: 0, duplicate: 0, reorder: 0, reorderMs: 30, mark: 0, ...given.network },
    actions: [],
    faults: [],
    forgeries: [],
    moves: [],
    mslMs: null,
    limitMs: 3_600_000,
    ...given,
    client: { ...endpoint, isn: [100], port: 50000, address: '10.0.0.1', ...given.client },
    server: { ...endpoint, isn: [200], port: 80, address: '10.0.0.2', ...given.server },
  };
}

/** The segments as the RFC's figures write them: 'client <SEQ=100><CTL=SYN>'; a lost one ends in ' lost'. */
export function figure(trace: Trace): string[] {
  return trace.segments.map((s) => {
    const ctl = s.flags.filter((flag) => flag !== 'PSH').sort((a, b) => order.indexOf(a) - order.indexOf(b));
    const ack = s.flags.includes('ACK') ? `<ACK=${s.ack}>` : '';
    const data = s.len > 0 ? `<DATA=${s.len}>` : '';
    const fate = s.fate === 'lost' ? ' lost' : '';
    const origin = s.origin === 'tcp' ? '' : ` ${s.origin}`;
    return `${s.from} <SEQ=${s.seq}>${ack}<CTL=${ctl.join(',')}>${data}${origin}${fate}`;
  });
}

const order = ['SYN', 'FIN', 'RST', 'PSH', 'URG', 'ACK'];

/** The state changes: 'client CLOSED -> SYN-SENT'. */
export function states(trace: Trace): string[] {
  return trace.events.flatMap((e) => (e.kind === 'state' ? [`${e.host} ${e.from} -> ${e.to}`] : []));
}
