import { describe, expect, it } from 'vitest';
import { ACK, CE, CWR, ECE, ECT_0, PSH, SYN, URG } from '../../../src/tcp/segment.ts';
import { parseScript } from './parse-script.ts';
import type { Packet, SystemCall } from './script.ts';

const only = (line: string) => {
  const script = parseScript(line);
  expect(script.unsupported).toEqual([]);
  expect(script.events).toHaveLength(1);
  return script.events[0]!;
};
const packet = (line: string): Packet => {
  const { action } = only(line);
  if (action.kind !== 'inject' && action.kind !== 'expect') throw new Error(action.kind);
  return action.packet;
};
const call = (line: string): SystemCall => {
  const { action } = only(line);
  if (action.kind !== 'call') throw new Error(action.kind);
  return action.call;
};

describe('times', () => {
  it.each([
    ['0', { kind: 'absolute', ms: 0 }],
    ['1.5', { kind: 'absolute', ms: 1500 }],
    ['.1', { kind: 'absolute', ms: 100 }],
    ['+.001', { kind: 'relative', ms: 1 }],
    ['0.1~0.3', { kind: 'absolute-range', fromMs: 100, toMs: 300 }],
    ['+0~+.04', { kind: 'relative-range', fromMs: 0, toMs: 40 }],
    ['*', { kind: 'any' }],
  ])('%s', (written, when) => {
    expect(only(`${written} > . 1:1(0) ack 1`).when).toEqual(when);
  });

  it('of a call that waits', () => {
    expect(call('0.1...0.25 accept(3, ..., ...) = 4').endMs).toBe(250);
    expect(call('+0 ... 0.2 accept(3, ..., ...) = 4').endMs).toBe(200);
    expect(call('+0 accept(3, ..., ...) = 4').endMs).toBeNull();
  });
});

describe('segments', () => {
  it('with everything', () => {
    const line = '0 > [ect0] PUEW. 1:1001 (1000) ack 7 win 300 urg 5 <nop,nop,TS val 100 ecr 50,sack 10:20 30:40>';
    expect(packet(line)).toEqual({
      flags: PSH | URG | ECE | CWR | ACK,
      seq: 1,
      length: 1000,
      ack: 7,
      window: 300,
      urgent: 5,
      ecn: ECT_0,
      options: {
        timestamps: [100, 50],
        sack: [
          [10, 20],
          [30, 40],
        ],
      },
    });
  });

  it('with hardly anything', () => {
    const nothing = { flags: 0, seq: 0, length: 0, ack: 0, window: null, urgent: 0, ecn: null };
    expect(packet('0 > - 0:0(0)')).toEqual({ ...nothing, options: {} });
    expect(packet('0 > - 0:0(0) <...>')).toEqual({ ...nothing, options: 'any' });
  });

  it('with the options of a SYN, in any order, over the end of the sequence space', () => {
    const syn = packet('0 < [ce] S 4294967295:2(3) win 5 <sackOK,eol,wscale 7,mss 1460>');
    expect(syn).toMatchObject({ flags: SYN, seq: 4294967295, length: 3, ecn: CE });
    expect(syn.options).toEqual({ mss: 1460, windowScale: 7, sackPermitted: true });
  });
});

describe('calls', () => {
  it('with their results and errors', () => {
    expect(call('0 connect(3, ..., ...) = -1 EINPROGRESS (Operation now in progress)')).toMatchObject({
      name: 'connect',
      result: { kind: 'number', value: -1 },
      errno: 'EINPROGRESS',
    });
    expect(call("0 fcntl(3, F_GETFL) = 0x802 (flags O_RDWR|O_NONBLOCK, isn't it)")).toMatchObject({
      result: { kind: 'number', value: 2050 },
      errno: null,
    });
  });

  it('with structures', () => {
    const message = 'sendmsg(4, {msg_name(...)=..., msg_iov(2)=[{..., 100}, {..., 50}], msg_flags=0}, 0) = 150';
    expect(call(`0 ${message}`).name).toBe('sendmsg');
    expect(call('0 setsockopt(3, SOL_SOCKET, SO_LINGER, {onoff=1, linger=0}, 8) = 0').arguments[3]).toEqual({
      kind: 'list',
      items: [
        { kind: 'field', name: 'onoff', value: { kind: 'number', value: 1 } },
        { kind: 'field', name: 'linger', value: { kind: 'number', value: 0 } },
      ],
    });
  });
});

describe('the rest', () => {
  it('options, directives, comments of all kinds, commands without a time', () => {
    const script = parseScript(`// profile: linux
--tolerance_usecs=9000 --ip_version=ipv4
# conventions: sack=false
\`./defaults.sh
sysctl -q net.ipv4.tcp_sack=0\`
/* two
lines */ +0 write(4, ..., 1) = 1 // after it
`);
    expect(script.options).toEqual([
      { name: 'tolerance_usecs', value: '9000', line: 2 },
      { name: 'ip_version', value: 'ipv4', line: 2 },
    ]);
    expect(script.directives).toEqual([
      { name: 'profile', value: 'linux', line: 1 },
      { name: 'conventions', value: 'sack=false', line: 3 },
    ]);
    expect(script.events.map(({ line, text }) => [line, text])).toEqual([
      [4, '`./defaults.sh sysctl -q net.ipv4.tcp_sack=0`'],
      [7, '+0 write(4, ..., 1) = 1'],
    ]);
  });
});
