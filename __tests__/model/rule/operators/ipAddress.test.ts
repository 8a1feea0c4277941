import { isIP } from 'node:net';
import fc from 'fast-check';
import { parseAddress } from '../../../../model/rule/operators/ipAddress.ts';

test('every IPv4 address is its four bytes', () => {
  fc.assert(fc.property(fc.ipV4(), (text) => expect(parseAddress(text)).toEqual(text.split('.').map(Number))));
});

test('every IPv6 address without dots is an address, and no other text with colons is', () => {
  const nearly = fc.string({ unit: fc.constantFrom(':', '::', '0', 'ffff', '1a'), maxLength: 20 });
  fc.assert(
    fc.property(fc.oneof(fc.ipV6(), nearly), (text) => {
      fc.pre(!text.includes('.'));
      // Java takes more than four digits of a group, if zeros lead.
      fc.pre(!/[\da-f]{5}/i.test(text));
      expect(parseAddress(text) !== undefined).toBe(isIP(text) === 6);
    }),
  );
});

test.each([
  ['::', Array(16).fill(0)],
  ['2001:db8::1', [0x20, 1, 0x0d, 0xb8, ...Array(11).fill(0), 1]],
  ['::ffff:a00:21', [10, 0, 0, 33]],
  ['010.0.0.033', [10, 0, 0, 33]],
  ['10.0.0.256', undefined],
  ['10.0.0', undefined],
  ['0000010.0.0.33', [10, 0, 0, 33]],
  ['000000010.0.0.33', undefined],
  ['1::2::3', undefined],
  ['1:2:3:4::5:6:7:8', undefined],
  ['1:2:3:4::5:6:7:8::9', undefined],
  ['1:2:3:4:5:6:7::', [0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 0]],
  ['arn:aws:cases', undefined],
  ['', undefined],
])('%s is %j', (text, bytes) => {
  expect(parseAddress(text)).toEqual(bytes);
});
