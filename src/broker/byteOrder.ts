import { Buffer } from 'node:buffer';

/** The order of two texts by their UTF-8 bytes, in which Pact's library sorts keys and interactions. */
export function byteOrder(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
