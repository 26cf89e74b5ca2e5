import type { Skill } from '../../src/questions/skill.ts';
import type { Scenario } from '../../src/simulator/scenario.ts';

/** Skills and scenarios that only have names: for screens that list them. */

function skill(id: string, ko: string, en: string, concept: string, ...after: readonly string[]): Skill {
  return { id, title: { ko, en }, type: 1, level: 'easy', concepts: [concept], after, pose: () => null };
}

export const skills: readonly Skill[] = [
  skill('handshake.flags', '핸드셰이크의 플래그', 'Flags of the handshake', 'handshake'),
  skill(
    'handshake.syn-ack-number',
    'SYN,ACK의 ACK 번호',
    'The ACK number of the SYN,ACK',
    'handshake',
    'handshake.flags',
  ),
  skill('close.fin-ack', 'FIN에 대한 ACK 번호', 'The ACK number for a FIN', 'close', 'handshake.syn-ack-number'),
];

const END: Scenario['client'] = {
  isn: [100],
  mss: 1460,
  window: 65535,
  port: 40000,
  address: '192.0.2.1',
  nagle: false,
  delayedAck: false,
  reads: true,
  conventions: {},
};

function scenario(name: string, ko: string, en: string): Scenario {
  return {
    name,
    title: { ko, en },
    about: { ko: `${ko}에서 무엇을 볼지 알려 주는 문장입니다.`, en: `What to look at in: ${en}.` },
    profile: 'rfc',
    conventions: {},
    client: END,
    server: END,
    network: { delayMs: 20, loss: 0, duplicate: 0, reorder: 0, reorderMs: 0, mark: 0 },
    actions: [],
    faults: [],
    forgeries: [],
    moves: [],
    mslMs: null,
    limitMs: 1000,
  };
}

export const scenarios: Readonly<Record<string, Scenario>> = {
  handshake: scenario('handshake', '3-way 핸드셰이크', 'The 3-way handshake'),
  'closed-port': scenario('closed-port', '닫힌 포트', 'A closed port'),
};
