import fc from 'fast-check';
import { admits, refusalFor } from './admit.ts';

const toNumber = (text: string) => text.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0);

test('an IPv4 network admits the addresses between its first and its last', () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.ipV4(), fc.nat(31), (network, address, bits) => {
      const size = 2 ** (32 - bits);
      const isWithin = Math.floor(toNumber(network) / size) === Math.floor(toNumber(address) / size);
      expect(admits({ cidr: `${network}/${bits}` }, address)).toBe(isWithin);
      expect(admits({ cidr: `${network}/${bits}` }, network)).toBe(true);
    }),
  );
});

test.each([
  ['2001:db8::/32', '2001:db8:ffff::1', true],
  ['2001:db8::/32', '2001:db9::', false],
  ['2001:db8::/35', '2001:db8:1fff::', true],
  ['2001:db8::/35', '2001:db8:2000::', false],
  ['0.0.0.0/0', '::1', false],
  ['0.0.0.0/0', 'no address', false],
  ['0.0.0.0/0', 10, false],
  ['10.0.0.0/+24', '10.0.0.1', true],
])('%s and the value %j: %s', (cidr, value, expected) => {
  expect(admits({ cidr }, value)).toBe(expected);
});

const rest = 'allowed: an IPv4 or IPv6 address, a slash and a number of bits, such as "10.0.0.0/24".';

test.each([
  [5, rest],
  ['10.0.0.0', `${rest} It has no slash or more than one.`],
  ['10.0.0.0/', `${rest} It has no slash or more than one.`],
  ['10.0.0.0/8/8', `${rest} It has no slash or more than one.`],
  ['10.0.0.256/8', `${rest} "10.0.0.256" is no IP address.`],
  ['10.0.0.0/x', `${rest} "x" is no whole number of bits.`],
  ['10.0.0.0/-1', `${rest} IPv4 takes 0 to 31 bits: a single address is written without a slash.`],
  ['10.0.0.0/32', `${rest} IPv4 takes 0 to 31 bits: a single address is written without a slash.`],
  ['::1/128', `${rest} IPv6 takes 0 to 127 bits: a single address is written without a slash.`],
])('%j is refused', (cidr, message) => {
  expect(refusalFor({ cidr })).toBe(`pattern.x[0].cidr is ${JSON.stringify(cidr)}; ${message}`);
});
