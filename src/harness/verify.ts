import type { Contract } from '../../contracts/contract.ts';
import { requireContract } from '../../contracts/contractsFor.ts';
import type { Domain } from '../../model/domain/domain.ts';
import type { EventOf } from '../../model/event/typed/eventOf.ts';
import type { EventType } from '../../model/facts/eventTypes.ts';
// Loaded with the entry: it keeps the timers before a test replaces them.
import '../../model/platform/realProcess.ts';
import { withCaller } from './failure/withCaller.ts';
import { requireFunction } from './lambda/requireFunction.ts';
import type { Handler, InlineHandler } from './lambda/runHandler.ts';
import { refuseVia } from './run/refuseVia.ts';
import { resolveOptions, type VerifyOptions } from './run/runOptions.ts';

/**
 * Plays every event that AWS may send for a contract through a handler: the witness of an earlier failure, the sample,
 * the fixed cases, random events, then the other readings of the open questions. Only if all pass, it writes the
 * contract's part of the pact.
 * @throws InvalidArgumentError for wrong arguments
 * @throws {@link ContractViolation} for the first failing event, shrunk
 * @throws Error if the handler fails once but not again on the same event, if Pact is missing, or if the part cannot be
 * written
 */
export function verify<Type extends EventType, D extends Domain>(
  contract: Contract<Type, D>,
  handler: InlineHandler<EventOf<D, Type>>,
  options?: VerifyOptions<EventOf<D, Type>>,
): Promise<void>;
export function verify<Type extends EventType, D extends Domain>(
  contract: Contract<Type, D>,
  handler: Handler,
  options?: VerifyOptions<EventOf<D, Type>>,
): Promise<void>;
export async function verify(contract: Contract, handler: Handler, options?: VerifyOptions<never>): Promise<void> {
  const example = 'test(contract.title, () => verify(contract, handler))';
  await withCaller({ called: verify, name: 'verify', example }, async () => {
    requireContract(contract);
    requireFunction(handler, {
      argument: 'handler',
      allowed: 'the function that Lambda calls',
      todo: 'Import it by its name, as the Lambda configuration names it',
      giving: (code) => `verify(contract, ${code})`,
    });
    refuseVia(handler);
    const resolved = resolveOptions(options);
    // Generators and harness are most of the package: they load on demand.
    const { playContract } = await import('./playContract.ts');
    await playContract(contract, handler, resolved);
  });
}
