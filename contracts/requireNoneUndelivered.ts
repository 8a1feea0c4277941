import { InvalidArgumentError } from '../model/values/invalidArgument.ts';
import type { Contract } from './contract.ts';

/**
 * Refuses a table without a rule in which a row is `undelivered`: every event then reaches the handler.
 * @throws InvalidArgumentError with the first such row
 */
export function requireNoneUndelivered(
  rows: readonly Pick<Contract, 'eventType' | 'itemType' | 'undelivered'>[],
): void {
  const row = rows.find(({ undelivered }) => undelivered);
  if (row === undefined) return;
  const { eventType, itemType } = row;
  throw new InvalidArgumentError({
    argument: `the row "${eventType}"${itemType === undefined ? '' : `.${itemType}`}`,
    received: undefined,
    shown: 'undelivered',
    allowed: 'a list of paths, or ignored',
    because: 'Without a rule every event reaches the handler',
    todo: 'Write: contractsFor(consumer, table, { domain, rule }), with the event pattern of the rule',
  });
}
