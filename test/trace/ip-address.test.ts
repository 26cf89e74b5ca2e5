import { isIP } from 'node:net';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressBytes, socketText } from '../../src/trace/ip-address.ts';
import { hex } from './hex.ts';

test.each([
  ['10.0.0.1', '0a000001'],
  ['255.255.255.255', 'ffffffff'],
  ['::', '00000000000000000000000000000000'],
  ['::1', '00000000000000000000000000000001'],
  ['2001:db8::', '20010db8000000000000000000000000'],
  ['2001:DB8::8:800:200c:417A', '20010db80000000000080800200c417a'],
  ['1:2:3:4:5:6:7:8', '00010002000300040005000600070008'],
  ['1:2:3:4:5:6:7::', '00010002000300040005000600070000'],
  ['::ffff:192.0.2.1', '00000000000000000000ffffc0000201'],
])('%s is %s', (text, bytes) => expect(hex(addressBytes(text) ?? new Uint8Array())).toBe(bytes));

test.each([
  '',
  '10.0.0',
  '10.0.0.256',
  '10.0.0.01',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:8:9',
  '1:2:3:4:5:6:7:8::',
  '1::2::3',
  ':1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:',
  ':::',
  '12345::',
  '::1.2.3',
  '::1.2.3.4:5',
  '1.2.3.4::',
  'fe80::1%eth0',
  'g::',
])('%j is no address', (text) => expect(addressBytes(text)).toBeNull());

test('agrees with Node on what an address is', () => {
  const piece = fc.constantFrom(':', '::', '.', '0', '1', 'ff', '255', '1.2.3.4', '2001', '00000');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 17 }), (pieces) => {
      const text = pieces.join('');
      expect(addressBytes(text)?.length ?? 0).toBe({ 0: 0, 4: 4, 6: 16 }[isIP(text)]);
    }),
    { numRuns: 2000 },
  );
});

test('an IPv6 address stands in brackets beside a port', () => {
  expect(socketText({ address: '10.0.0.1', port: 80 })).toBe('10.0.0.1:80');
  expect(socketText({ address: '2001:db8::1', port: 80 })).toBe('[2001:db8::1]:80');
});
