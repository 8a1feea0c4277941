import type { Contract } from '../../contracts/contract.ts';
import { requireContract } from '../../contracts/contractsFor.ts';
// Loaded with the entry: it keeps the timers as they are before a test replaces them.
import '../../model/platform/realProcess.ts';
import { withCaller } from './failure/withCaller.ts';
import { requireFunction } from './lambda/requireFunction.ts';
import type { Handler, InlineHandler } from './lambda/runHandler.ts';
import { resolveOptions, type VerifyOptions } from './run/runOptions.ts';

/**
 * Plays every event that AWS may send for a contract through a handler: the witness of an earlier failure, the sample,
 * the fixed cases, random events, then the other readings of what AWS leaves open. When all is well, and only then,
 * the contract's part of the pact is written.
 * @throws InvalidArgumentError for wrong arguments; {@link ContractViolation} for the first event that the handler
 * fails on, shrunk; Error when the handler fails once and not again on the same event, when Pact is missing or of
 * another version, and when the part cannot be written
 */
export function verify(contract: Contract, handler: InlineHandler, options?: VerifyOptions): Promise<void>;
export function verify(contract: Contract, handler: Handler, options?: VerifyOptions): Promise<void>;
export async function verify(contract: Contract, handler: Handler, options?: VerifyOptions): Promise<void> {
  const example = 'test(contract.title, () => verify(contract, handler))';
  await withCaller({ called: verify, name: 'verify', example }, async () => {
    requireContract(contract);
    requireFunction(handler, {
      argument: 'handler',
      allowed: 'the function that Lambda calls',
      todo: 'Import it by its name, as the Lambda configuration names it',
      giving: (code) => `verify(contract, ${code})`,
    });
    const resolved = resolveOptions(options);
    // The generators and the harness are most of the package: they are loaded when they are needed.
    const { playContract } = await import('./playContract.ts');
    await playContract(contract, handler, resolved);
  });
}
