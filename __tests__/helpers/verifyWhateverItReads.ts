import type { Contract } from '../../contracts/contract.ts';
import type { Handler } from '../../src/harness/lambda/runHandler.ts';
import type { VerifyOptions } from '../../src/harness/run/runOptions.ts';
import { verify } from '../../src/harness/verify.ts';

/** `verify` for tests of something else than reads: their handlers read more or less than their contracts declare. */
export const verifyWhateverItReads = ((contract: Contract, handler: Handler, options: VerifyOptions = {}) =>
  verify(contract, handler, { reads: 'off', ...options })) as typeof verify;
