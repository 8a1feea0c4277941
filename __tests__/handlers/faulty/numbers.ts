import type { FaultyHandler, Trusted } from '../faultyHandler.ts';
import { ids } from '../ids.ts';

function amountOf({ detail }: Trusted): number | undefined {
  return detail.case?.fields?.[ids.refundAmount]?.value.doubleValue;
}

const reads: FaultyHandler['reads'] = { 'CASE.UPDATED': ['case.fields.refundAmount'] };

/** Handlers that treat a double as an amount of money. */
export const numbers: readonly FaultyHandler[] = [
  {
    name: 'makes a BigInt of an amount',
    reads,
    handler: (event) => {
      const amount = amountOf(event);
      return amount === undefined ? '' : String(BigInt(amount));
    },
    in: 'CASE.UPDATED',
    class: ['typical', 'edge'],
    fact: ['typical', 'numbers'],
  },
  {
    name: 'refuses an amount of nothing',
    reads,
    handler: (event) => {
      const amount = amountOf(event);
      if (amount !== undefined && !amount) throw new Error('the amount is missing');
    },
    in: 'CASE.UPDATED',
    class: 'edge',
    fact: 'numbers',
  },
  {
    name: 'refuses a negative amount',
    reads,
    handler: (event) => {
      if ((amountOf(event) ?? 0) < 0) throw new RangeError('a refund is never negative');
    },
    in: 'CASE.UPDATED',
    class: 'edge',
    fact: 'numbers',
  },
  {
    name: 'counts in whole cents',
    reads,
    handler: (event) => {
      const cents = Math.round((amountOf(event) ?? 0) * 100);
      if (!Number.isSafeInteger(cents)) throw new RangeError('Number is greater than Number.MAX_SAFE_INTEGER');
    },
    in: 'CASE.UPDATED',
    class: 'edge',
    fact: 'numbers',
  },
  {
    name: 'splits the digits after the point off',
    reads,
    handler: (event) => {
      const [, digits] = (amountOf(event) ?? 0).toFixed(2).split('.') as [string, string];
      return digits.padEnd(2, '0');
    },
    in: 'CASE.UPDATED',
    class: 'edge',
    fact: 'numbers',
  },
  {
    name: 'reads a decimal that is written without an exponent',
    reads,
    handler: (event) => {
      const text = String(amountOf(event) ?? 0);
      if (!/^-?\d+(\.\d+)?$/.test(text)) throw new Error(`not a decimal: ${text}`);
    },
    in: 'CASE.UPDATED',
    class: 'edge',
    fact: 'numbers',
  },
  {
    name: 'answers with a BigInt',
    reads,
    handler: async (event) => ({ amount: BigInt(Math.trunc(amountOf(event) ?? 0)) }),
    in: 'CASE.UPDATED',
    class: 'sample',
    fact: 'answers',
  },
];
