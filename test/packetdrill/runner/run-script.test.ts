import { describe, expect, it } from 'vitest';
import { runScript } from './run-script.ts';

const LISTENING = `0.000 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
0.000 bind(3, ..., ...) = 0
0.000 listen(3, 1) = 0
`;

/** Lines 1 to 7: a connection whose MSS towards the peer is 1000. */
const CONNECTED = `${LISTENING}0.100 < S 0:0(0) win 65535 <mss 1000>
0.100 > S. 0:0(0) ack 1 <mss 1460>
0.200 < . 1:1(0) ack 1 win 65535
0.200 accept(3, ..., ...) = 4
`;

const connectedThen = (lines: string) => runScript(CONNECTED + lines);

describe('a wrong expectation fails at its line', () => {
  it.each([
    ['flags', '0.300 > . 1:101(100) ack 1', 'another flags'],
    ['sequence number', '0.300 > P. 2:102(100) ack 1', 'another sequence number'],
    ['length', '0.300 > P. 1:102(101) ack 1', 'another length'],
    ['acknowledgment number', '0.300 > P. 1:101(100) ack 2', 'another acknowledgment number'],
    ['window', '0.300 > P. 1:101(100) ack 1 win 1', 'another window'],
    ['urgent pointer', '0.300 > P. 1:101(100) ack 1 urg 3', 'another urgent pointer'],
    ['ECN', '0.300 > [ect0] P. 1:101(100) ack 1', 'another ECN'],
    ['mss', '0.300 > P. 1:101(100) ack 1 <mss 1460>', 'another mss option'],
    ['timestamps', '0.300 > P. 1:101(100) ack 1 <TS val 1 ecr 0>', 'another TS option'],
    ['SACK blocks', '0.300 > P. 1:101(100) ack 1 <sack 5:6>', 'another sack option'],
  ])('%s', (_, line, why) => {
    const outcome = connectedThen(`0.300 write(4, ..., 100) = 100\n${line}\n`);
    expect(outcome).toMatchObject({ kind: 'fail', line: 9, expected: line });
    expect(outcome.kind === 'fail' && outcome.got).toBe(`> P. 1:101(100) ack 1 win 65535 at 0.3 s: ${why}`);
  });

  it('a segment that is not sent', () => {
    expect(connectedThen('0.300 > . 1:1(0) ack 1\n')).toMatchObject({
      kind: 'fail',
      line: 8,
      got: 'nothing sent by 0.304 s',
    });
  });

  it('a segment sent too early or too late', () => {
    const early = connectedThen('0.300 write(4, ..., 9) = 9\n0.310 > P. 1:10(9) ack 1\n');
    expect(early).toMatchObject({ kind: 'fail', line: 9, got: '> P. 1:10(9) ack 1 win 65535 at 0.3 s' });
    const late = connectedThen('0.300 < P. 1:10(9) ack 1 win 9\n0.490 > . 1:1(0) ack 10\n');
    expect(late).toMatchObject({ kind: 'fail', line: 9, got: 'nothing sent by 0.494 s' });
  });

  it('a segment the script knows nothing of, in the middle and at the end', () => {
    const twice = '0.300 write(4, ..., 1001) = 1001\n0.300 > . 1:1001(1000) ack 1\n';
    expect(connectedThen(twice)).toMatchObject({ kind: 'pass' });
    expect(connectedThen(`${twice}0.400 < . 1:1(0) ack 1001 win 65535\n`)).toMatchObject({
      kind: 'fail',
      line: 10,
      expected: 'nothing more after this line',
      got: '> P. 1001:1002(1) ack 1 win 65535 at 0.4 s',
    });
    const lenient = { judgesRest: false };
    expect(runScript(`${CONNECTED}${twice}0.400 < . 1:1(0) ack 1001 win 65535\n`, lenient).kind).toBe('pass');
  });

  it('the result of a call, and its error', () => {
    expect(connectedThen('0.300 write(4, ..., 9) = 8\n')).toMatchObject({ kind: 'fail', line: 8, got: 'write = 9' });
    expect(connectedThen('0.300 bind(9, ..., ...) = 0\n')).toMatchObject({
      kind: 'fail',
      line: 8,
      got: 'bind = -1 EBADF',
    });
    expect(connectedThen('0.300 shutdown(3, SHUT_WR) = -1 EPIPE (Broken pipe)\n')).toMatchObject({
      kind: 'fail',
      line: 8,
      got: 'shutdown = -1 ENOTCONN',
    });
  });

  it('a call that waits too long, or not long enough', () => {
    expect(connectedThen('0.300 read(4, ..., 9) = 9\n')).toMatchObject({
      kind: 'fail',
      line: 8,
      got: 'still waiting at 0.304 s',
    });
    expect(connectedThen('0.300...0.500 read(4, ..., 9) = 9\n0.400 < P. 1:10(9) ack 1 win 9\n')).toMatchObject({
      kind: 'fail',
      line: 8,
      got: 'it returned at 0.4 s',
    });
  });

  it('an assertion, with the values it looked at', () => {
    expect(connectedThen('0.300 %{ assert tcpi_state == TCP_ESTABLISHED, tcpi_state }%\n')).toMatchObject({
      kind: 'pass',
    });
    expect(
      connectedThen('0.300 %{\nassert tcpi_snd_cwnd == 4\nassert tcpi_unacked > 0 or tcpi_snd_cwnd < 4\n}%\n'),
    ).toEqual({
      kind: 'fail',
      line: 10,
      expected: 'assert tcpi_unacked > 0 or tcpi_snd_cwnd < 4',
      got: 'tcpi_unacked = 0, tcpi_snd_cwnd = 4',
    });
  });
});

describe('a segment longer than the MSS', () => {
  const write = '0.300 write(4, ..., 2500) = 2500\n';

  it('stands for the segments it is cut into, whatever their PSH bits', () => {
    const pieces = '// conventions: nagle=false\n0.300 > . 1:2501(2500) ack 1\n';
    expect(connectedThen(write + pieces)).toMatchObject({ kind: 'pass' });
    const two = '// conventions: nagle=false\n0.300 > P. 1:2001(2000) ack 1\n0.300 > P. 2001:2501(500) ack 1\n';
    expect(connectedThen(write + two)).toMatchObject({ kind: 'pass' });
  });

  it('does not cut a segment', () => {
    expect(connectedThen(`${write}0.300 > . 1:1501(1500) ack 1\n`)).toMatchObject({
      kind: 'fail',
      line: 9,
      got: '> . 1:1001(1000) ack 1 win 65535 at 0.3 s: another length',
    });
  });
});

describe('times', () => {
  const ack = '0.300 < P. 1:10(9) ack 1 win 9\n';

  it.each(['0.5', '+.2', '0.4~0.6', '+.1~+.3', '*'])('a delayed ACK at %s', (when) => {
    expect(connectedThen(`${ack}${when} > . 1:1(0) ack 10\n`)).toMatchObject({ kind: 'pass' });
  });

  it.each(['0.4~0.49', '+.21~+.3'])('not at %s', (when) => {
    expect(connectedThen(`${ack}${when} > . 1:1(0) ack 10\n`)).toMatchObject({ kind: 'fail', line: 9 });
  });

  it('after a segment of any time count from when it was sent', () => {
    expect(
      connectedThen(`${ack}* > . 1:1(0) ack 10\n+.1 < P. 10:20(10) ack 1 win 9\n0.800 > . 1:1(0) ack 20\n`),
    ).toMatchObject({
      kind: 'pass',
    });
  });

  it('follow --tolerance_usecs', () => {
    const late = `${CONNECTED}${ack}0.490 > . 1:1(0) ack 10\n`;
    expect(runScript(late)).toMatchObject({ kind: 'fail' });
    expect(runScript(`--tolerance_usecs=10000\n${late}`)).toMatchObject({ kind: 'pass' });
  });
});

describe('what is not supported is named with its line', () => {
  it.each([
    ['setsockopt TCP_FASTOPEN', '0.300 setsockopt(4, SOL_TCP, TCP_FASTOPEN, [1], 4) = 0'],
    ['setsockopt TCP_CONGESTION bbr', '0.300 setsockopt(4, SOL_TCP, TCP_CONGESTION, "bbr", 3) = 0'],
    ['setsockopt TCP_MAXSEG on a connection', '0.300 setsockopt(4, SOL_TCP, TCP_MAXSEG, [500], 4) = 0'],
    ['splice', '0.300 splice(4, ..., 4, ..., 100, 0) = 100'],
    ['recv with MSG_PEEK', '0.300 recv(4, ..., 9, MSG_PEEK) = 9'],
    ['icmp packet', '0.300 < icmp unreachable frag_needed mtu 1200 [1:1461(1460)]'],
    ['TCP option FO', '0.300 < . 1:1(0) ack 1 win 9 <FO abcdef>'],
    ['assert on tcpi_no_such', '0.300 %{ assert tcpi_no_such == 1 }%'],
    ['%{ print ( tcpi_rtt ) }%', '0.300 %{ print(tcpi_rtt) }%'],
    ['command ./mystery.sh', '0.300 `./mystery.sh`'],
    ['sysctl tcp_mystery=1', '0.300 `sysctl -q net.ipv4.tcp_mystery=1`'],
  ])('%s', (what, line) => {
    expect(connectedThen(`${line}\n`)).toEqual({ kind: 'unsupported', uses: [{ what, line: 8 }] });
  });

  it('once for each, and without running anything', () => {
    const outcome = connectedThen('0.300 splice(4) = 0\n0.400 tee(4) = 0\n0.500 > . 9:9(0) ack 9\n');
    expect(outcome).toMatchObject({ kind: 'unsupported', uses: [{ line: 8 }, { line: 9 }] });
  });
});

describe('a malformed script is told with its line', () => {
  it.each([
    ['0.300 > P. 1:101(99) ack 1', /1:101\(99\)/],
    ['0.300 < . 1:1(0) ack 1', /needs its window/],
    ['0.300 < . 1:1(0) ack 1 win 70000', /a window is at most 65535/],
    ['0.300 < . 1:1(0) ack 1 win 9 <...>', /expected only/],
    ['0.300 > X. 1:1(0) ack 1', /no TCP flags/],
    ['0.300 > . 1:1(0 ack 1', /expected '\)', found 'ack'/],
    ['* write(4, ..., 1) = 1', /a time of \*/],
    ['0.3~0.4 write(4, ..., 1) = 1', /a time of a range/],
    ['0.4~0.3 > . 1:1(0) ack 1', /backwards/],
    ['0.300 write(4, ..., 1', /expected '\)'/],
    ['0.300 write(4, ..., 1) 1', /expected '='/],
    ['hello', /begins with its time, not with 'hello'/],
    ['0.100 write(4, ..., 1) = 1', /before the one above it/],
    ['0.300 %{ assert tcpi_state == }%', /cannot read this assertion/],
    ['0.300 %{ assert tcpi_state = 1 }%', /unexpected character/],
    ['0.300 `sysctl', /` is never closed/],
    ['0.300 write(4, "abc, 3) = 3', /" is never closed/],
    ['0.300 \\', /unexpected character/],
    ['// profile: bsd', /profile: rfc, linux or textbook/],
    ['// conventions: nagel=false', /no convention 'nagel'/],
    ['// conventions: nagle=0', /nagle: expected true or false, found '0'/],
    ['// conventions: initial-window=ten', /initial-window: expected/],
    ['// conventions: msl=2m', /msl: expected/],
    ['// endpoint: mtu=1500', /endpoint: mss=BYTES/],
  ])('%s', (line, message) => {
    const outcome = connectedThen(`${line}\n`);
    expect(outcome).toMatchObject({ kind: 'malformed', line: 8 });
    expect(outcome.kind === 'malformed' && outcome.message).toMatch(message);
  });

  it.each([
    ['a call', `0.300 write(${'['.repeat(5000)}, 1) = 1`],
    ['an assertion', `0.300 %{ assert ${'('.repeat(5000)}1 }%`],
    ['a sum', `0.300 %{ assert ${'-'.repeat(5000)}1 }%`],
  ])('%s nested without end', (_, line) => {
    expect(connectedThen(`${line}\n`)).toMatchObject({ kind: 'malformed', line: 8 });
  });

  it('even an empty one ends', () => {
    expect(runScript('')).toMatchObject({ kind: 'pass' });
  });
});

describe('no script runs without end', () => {
  it('however often it makes a timer expire', () => {
    const probing = `${LISTENING}0.100 < S 0:0(0) win 100 <mss 1000>
0.100 > S. 0:0(0) ack 1 <mss 1460>
0.100 < . 1:1(0) ack 1 win 100
0.100 accept(3, ..., ...) = 4
0.100 write(4, ..., 1) = 1
0.100 > P. 1:2(1) ack 1
0.100 < . 1:1(0) ack 2 win 0
0.100 write(4, ..., 1) = 1
9999 write(4, ..., 1) = 1
`;
    const conventions = '// conventions: initial-rto=1 minimum-rto=1 maximum-rto=1 give-up=86400000\n';
    expect(runScript(conventions + probing)).toMatchObject({
      kind: 'fail',
      line: 13,
      got: 'more than 100000 timers that expire',
    });
  });
});

describe('profiles and conventions', () => {
  const tooOld = `${CONNECTED}0.300 < P. 1:10(9) ack 1 win 9\n`;

  it('rfc by default, linux for scripts with commands, or as the script or the command line says', () => {
    const rfc = `${tooOld}0.500 > . 1:1(0) ack 10\n`;
    const none = `${tooOld}0.300 > . 1:1(0) ack 10\n`;
    expect(runScript(rfc)).toMatchObject({ kind: 'pass' });
    expect(runScript(none)).toMatchObject({ kind: 'fail' });
    expect(runScript(`// profile: textbook\n${none}`)).toMatchObject({ kind: 'pass' });
    expect(runScript(none, { profile: 'textbook' })).toMatchObject({ kind: 'pass' });
    expect(runScript(`// conventions: delayed-ack=none\n${none}`)).toMatchObject({ kind: 'pass' });
    expect(runScript(`// endpoint: mss=1400\n${none}`)).toMatchObject({ kind: 'fail', line: 6 });
  });

  it('names what it ignores of a kernel', () => {
    const outcome = runScript('`./defaults.sh\nsysctl -q net.ipv4.tcp_recovery=0 net.ipv4.tcp_sack=0`\n');
    expect(outcome).toMatchObject({
      kind: 'pass',
      notes: ['ignored: command ./defaults.sh, line 1', 'ignored: sysctl tcp_recovery=0, line 1'],
    });
  });
});
