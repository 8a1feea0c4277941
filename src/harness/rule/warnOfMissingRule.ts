import type { Contract, ContractTable } from '../../../contracts/contract.ts';
import { warn } from '../../../model/platform/realProcess.ts';
import type { Connected } from '../transports/connection.ts';

const warned = new WeakSet<ContractTable>();

/** Warns once for each table without a rule whose handler stands behind the rule of a template. */
export function warnOfMissingRule({ consumer, table, rule }: Contract, connection: Connected | undefined): void {
  if (rule !== undefined || connection?.isBehindRule !== true || warned.has(table)) return;
  warned.add(table);
  warn(
    `${consumer}: contractsFor got no rule, so events are played that the rule of the template may never deliver. Write contractsFor(consumer, table, { domain, rule }), with the rule that deliveryTo returns.`,
  );
}
