import type { Contract } from '../../../contracts/contract.ts';
import { requireContract } from '../../../contracts/contractsFor.ts';
import type { Domain } from '../../../model/domain/domain.ts';
import type { EventOf } from '../../../model/event/typed/eventOf.ts';
import type { EventType } from '../../../model/facts/eventTypes.ts';
import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
// Loaded with the entry: it keeps the timers before a test replaces them.
import '../../../model/platform/realProcess.ts';
import { withCaller } from '../failure/withCaller.ts';
import { requireFunction } from '../lambda/requireFunction.ts';
import type { Handler, InlineHandler } from '../lambda/runHandler.ts';
import { refuseVia } from '../run/refuseVia.ts';
import { findConnection } from '../transports/connection.ts';
import { viaName } from '../transports/transport.ts';
import { type DeliveryOptions, resolveDeliveryOptions } from './deliveryOptions.ts';

/**
 * Delivers histories of cases to a handler, first cleanly, then with AWS's faults: twice, out of order, with losses,
 * with records that are no case events. The outcome must be the same. A handler from one of the `via…` functions gets
 * whole batches, and records that it reports come again. The failing delivery of an earlier run comes first.
 *
 * The oracle is the clean delivery, in the order of `approximateChangeTime`; with losses, that of the other events. The
 * outcome must not depend on the envelope's `time` either.
 * @throws InvalidArgumentError for wrong arguments; ContractViolation, before any delivery, for a row that contradicts the
 * rule; {@link DeliveryViolation} for the shortest delivery that breaks a guarantee; Error if `reset` or `observe` is
 * faulty, so that there is no verdict on the handler
 */
export function verifyDelivery<D extends Domain>(
  contracts: readonly Contract<EventType, D>[],
  handler: InlineHandler<EventOf<D>>,
  options: DeliveryOptions,
): Promise<void>;
export function verifyDelivery(
  contracts: readonly Contract[],
  handler: Handler,
  options: DeliveryOptions,
): Promise<void>;
export async function verifyDelivery(
  contracts: readonly Contract[],
  handler: Handler,
  options: DeliveryOptions,
): Promise<void> {
  const example = "test('whatever the delivery', () => verifyDelivery(contracts, handler, options))";
  await withCaller({ called: verifyDelivery, name: 'verifyDelivery', example }, async () => {
    const known = requireContracts(contracts);
    requireFunction(handler, {
      argument: 'handler',
      allowed: 'the function that Lambda calls, or what viaSqs or another via… function returns',
      giving: (code) => `verifyDelivery(contracts, ${code}, options)`,
    });
    refuseVia(handler);
    const resolved = resolveDeliveryOptions(options);
    const transport = findConnection(handler)?.transport;
    if (resolved.concurrency > 1 && transport?.redelivery === 'first') {
      throw new InvalidArgumentError({
        argument: 'options.concurrency',
        received: resolved.concurrency,
        allowed: '1 for this handler',
        because: `The transport of ${viaName(transport)} delivers in order, one batch after the other`,
      });
    }
    if (resolved.tolerates.includes('outage') && transport?.attempts === 1) {
      throw new InvalidArgumentError({
        argument: 'options.tolerates',
        received: resolved.tolerates,
        allowed: 'no "outage" for this handler',
        because: 'Its transport gives an event up after one attempt',
      });
    }
    // Generators and harness are most of the package: they load on demand.
    const { playNamedDeliveries } = await import('./playNamedDeliveries.ts');
    await playNamedDeliveries(known, handler, resolved);
  });
}

function requireContracts(contracts: unknown): readonly [Contract, ...Contract[]] {
  const allowed = 'the contracts that contractsFor returns';
  const todo = 'Give the whole list: verifyDelivery(contracts, handler, options)';
  if (!Array.isArray(contracts) || contracts.length === 0) {
    const single = isContract(contracts) ? { shown: 'a single contract', todo } : {};
    throw new InvalidArgumentError({ argument: 'contracts', received: contracts, allowed, ...single });
  }
  for (const [place, contract] of contracts.entries()) {
    if (isContract(contract)) continue;
    const shown = Array.isArray(contract) ? { shown: `a list of ${contract.length}` } : {};
    const argument = `contracts[${place}]`;
    throw new InvalidArgumentError({ argument, received: contract, allowed: `one of ${allowed}`, ...shown, todo });
  }
  const tables = new Set((contracts as Contract[]).map(({ table }) => table.digest)).size;
  if (tables > 1) {
    throw new InvalidArgumentError({
      argument: 'contracts',
      received: contracts,
      shown: `a list of ${contracts.length} contracts of ${tables} tables`,
      allowed: `${allowed}, of one table`,
    });
  }
  return contracts as unknown as readonly [Contract, ...Contract[]];
}

/** @throws InvalidArgumentError for a copy of a contract */
function isContract(value: unknown): value is Contract {
  return typeof value === 'object' && value !== null && 'table' in value && requireContract(value) === value;
}
