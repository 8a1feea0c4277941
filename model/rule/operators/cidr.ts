import type { JsonNode, Place } from '../json/jsonNode.ts';
import { refusePattern } from '../json/refusePattern.ts';
import type { Condition } from './condition.ts';
import { parseAddress } from './ipAddress.ts';
import { requireString } from './operator.ts';

/** `{ "cidr": "10.0.0.0/24" }`, for IPv4 and IPv6. */
export function cidr(operand: JsonNode, place: Place): Condition {
  const allowed = 'an IPv4 or IPv6 address, a slash and a number of bits, such as "10.0.0.0/24"';
  const parts = requireString(operand, place, allowed)
    .replace(/(?<=.)\/+$/, '')
    .split('/');
  const [address, bits = ''] = parts;
  const refuse = (because: string) => refusePattern(place, operand, { allowed, because });
  if (parts.length !== 2) refuse('It has no slash or more than one');
  const bytes = parseAddress(address as string) ?? refuse(`${JSON.stringify(address)} is no IP address`);
  if (!/^[+-]?\d+$/.test(bits)) refuse(`${JSON.stringify(bits)} is no whole number of bits`);
  const most = bytes.length * 8 - 1;
  if (Number(bits) < 0 || Number(bits) > most) {
    refuse(
      `${bytes.length === 4 ? 'IPv4' : 'IPv6'} takes 0 to ${most} bits: a single address is written without a slash`,
    );
  }
  return admitNetwork(bytes, Number(bits), address as string);
}

/**
 * A condition on the addresses that share these first bits, however their text is written.
 * @param example one of them
 */
export function admitNetwork(network: readonly number[], bits: number, example: string): Condition {
  return {
    compares: 'addresses',
    examples: [example],
    admits(value) {
      const address = typeof value === 'string' ? parseAddress(value) : undefined;
      return (
        address?.length === network.length &&
        address.every((byte, index) => ((byte ^ (network[index] as number)) & mask(bits - index * 8)) === 0)
      );
    },
  };
}

/** The mask of a byte of which the first bits count. */
function mask(bits: number): number {
  return bits >= 8 ? 0xff : bits <= 0 ? 0 : (0xff << (8 - bits)) & 0xff;
}
