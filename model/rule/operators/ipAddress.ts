/** The bytes of an IPv4 or IPv6 address, as AWS reads its text; undefined for other texts. */
export function parseAddress(text: string): readonly number[] | undefined {
  if (IPV4.test(text)) return parseIpv4(text);
  return IPV6.test(text) ? parseIpv6(text) : undefined;
}

const IPV4 = /^\d+\.\d+\.\d+\.\d+$/;
const IPV6 = /^[\da-f:]*:[\da-f:]*$/i;

/** The longest text of an IPv4 address, with three digits for each byte. */
const LONGEST_IPV4 = 15;

function parseIpv4(text: string): readonly number[] | undefined {
  const bytes = text.split('.').map(Number);
  return text.length <= LONGEST_IPV4 && bytes.every((byte) => byte <= 255) ? bytes : undefined;
}

function parseIpv6(text: string): readonly number[] | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [first = [], last = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const groups = [...first, ...last];
  const left = 8 - groups.length;
  if (halves.length === 2 ? left < 1 : left !== 0) return undefined;
  const numbers = [...first, ...Array<string>(left).fill('0'), ...last].map((group) =>
    group === '' ? Number.NaN : Number.parseInt(group, 16),
  );
  if (!numbers.every((number) => number <= 0xffff)) return undefined;
  const bytes = numbers.flatMap((number) => [number >> 8, number & 0xff]);
  // AWS's engine takes an IPv4 address that is written as an IPv6 address for the IPv4 address.
  const isMapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff;
  return isMapped ? bytes.slice(12) : bytes;
}
