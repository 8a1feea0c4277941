import { type Comparison, walkDifferences } from '../../../../model/values/differences.ts';
import type { LoggedCall } from '../../downstream/loggedCall.ts';

/**
 * The places in the arguments of watched calls that differ although the events are the same: clocks and random ids. They
 * are not compared.
 */
export class CallMask {
  readonly #places = new Set<string>();

  /**
   * Learns from two deliveries of the same events.
   * @returns whether there was anything to learn
   */
  learn(one: readonly LoggedCall[], other: readonly LoggedCall[]): boolean {
    const before = this.#places.size;
    if (one.length !== other.length) return false;
    for (const [place, call] of one.entries()) {
      const again = other[place] as LoggedCall;
      if (call.name !== again.name) return false;
      for (const { steps, from, to } of walkDifferences(call.args, again.args, memberByMember)) {
        if (isClockLike(from, to)) this.#places.add(formatKey(call.name, steps));
      }
    }
    return this.#places.size > before;
  }

  /** The arguments as a text to compare. */
  format({ name, args }: LoggedCall): string {
    return JSON.stringify([name, this.cover(name, args)]);
  }

  /** The arguments without what differs each time. */
  cover(name: string, args: readonly unknown[]): unknown {
    return this.#places.size === 0 ? args : this.#coverAt(name, args, []);
  }

  #coverAt(name: string, value: unknown, steps: readonly string[]): unknown {
    if (this.#places.has(formatKey(name, steps))) return null;
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((one, place) => this.#coverAt(name, one, [...steps, String(place)]));
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, this.#coverAt(name, member, [...steps, key])]),
    );
  }
}

const memberByMember: Comparison = { same: Object.is, opens: isBothOpen };

/** Whether two values are both lists or both objects, to compare them member by member. */
export function isBothOpen(one: unknown, other: unknown): boolean {
  const isOpen = (value: unknown): boolean => typeof value === 'object' && value !== null;
  return isOpen(one) && isOpen(other) && Array.isArray(one) === Array.isArray(other);
}

/** Whether two values may be those of a clock, or random ids. */
function isClockLike(one: unknown, other: unknown): boolean {
  return typeof one === typeof other && (typeof one === 'number' || typeof one === 'string');
}

function formatKey(name: string, steps: readonly string[]): string {
  return JSON.stringify([name, ...steps]);
}
