import { Buffer } from 'node:buffer';

/** Orders two texts by their UTF-8 bytes, as Pact's library sorts keys and interactions. */
export function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
