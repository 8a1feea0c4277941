import { setTimeout as later } from 'node:timers';
import type { Contract } from '../../../../contracts/contract.ts';
import { realProcess } from '../../../../model/platform/realProcess.ts';
import { DeliveryViolation } from '../../../../src/harness/delivery/deliveryViolation.ts';
import { verifyDelivery } from '../../../../src/harness/delivery/verifyDelivery.ts';
import { ContractViolation } from '../../../../src/harness/failure/contractViolation.ts';
import type { Handler } from '../../../../src/harness/lambda/runHandler.ts';
import { verify } from '../../../../src/harness/verify.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { runnersAside } from '../../pact/runnersAside.ts';
import { contracts } from '../delivery/correct.ts';

type Any = ReturnType<typeof JSON.parse>;

const warnings = inEmptyDirectories();
const received = runnersAside();

const [contract] = contracts as unknown as [Contract];
const throwing = (({ detail }: Any) => detail.no.such) as Handler;
const passing = (({ detail }: Any) => detail.case?.caseId) as Handler;
const options = { reset: () => undefined, observe: () => 0, runs: 5 };
const hint = (name: string, example: string): string =>
  `A promise of ${name} was rejected, and nobody awaits it: return it from the test, as in ${example}, or await it. Otherwise the test passes whatever happens. It was rejected with: `;
const ofVerify = hint('verify', 'test(contract.title, () => verify(contract, handler))');
const ofDelivery = hint(
  'verifyDelivery',
  "test('whatever the delivery', () => verifyDelivery(contracts, handler, options))",
);

async function untilReceived(): Promise<void> {
  for (let turns = 0; received.length === 0 && turns < 10_000; turns++) await new Promise((next) => later(next, 1));
}

test.each<[string, () => Promise<void>, object, string]>([
  ['a failure of verify', () => verify(contract, throwing, { runs: 0 }), expect.any(ContractViolation), ofVerify],
  [
    'a wrong argument of verify',
    () => verify(contract, throwing, { runs: -1 }),
    expect.objectContaining({ name: 'InvalidArgumentError' }),
    ofVerify,
  ],
  [
    'a failure of verifyDelivery',
    () => verifyDelivery(contracts, throwing, options),
    expect.any(DeliveryViolation),
    ofDelivery,
  ],
  [
    'a reset of verifyDelivery that fails',
    () => verifyDelivery(contracts, passing, { ...options, reset: () => Promise.reject(new Error('no database')) }),
    expect.objectContaining({
      message: 'refunds: options.reset failed before delivery 1: Error: no database. See the cause.',
    }),
    ofDelivery,
  ],
])('%s without await causes one note that says so', async (_, begin, error, line) => {
  void begin();
  await untilReceived();
  expect(received).toEqual([error]);
  const [reason] = String(received[0] instanceof Error && received[0].message).split('\n');
  expect(warnings).toEqual([`${line}${reason}\n`]);
});

test('the note comes only once even if Node makes an exception of the rejection', async () => {
  realProcess.removeAllListeners('unhandledRejection');
  void verifyDelivery(contracts, throwing, options);
  await untilReceived();
  expect(received).toEqual([expect.any(DeliveryViolation)]);
  expect(warnings).toEqual([expect.stringContaining(ofDelivery)]);
});

test('an awaited rejection causes no note', async () => {
  await expect(verifyDelivery(contracts, throwing, options)).rejects.toThrow(DeliveryViolation);
  await expect(verify(contract, throwing)).rejects.toThrow(ContractViolation);
  expect(warnings).toEqual([]);
});

test('a failure of verifyDelivery without await is not an error of another run', async () => {
  void verifyDelivery(contracts, throwing, options);
  const untilItCame = async (event: Any): Promise<unknown> => {
    await untilReceived();
    return event.detail.case.caseId;
  };
  await verify(contract, untilItCame as Handler, { runs: 0, ambiguities: 'off', timeout: 60_000 });
  expect(received).toEqual([expect.any(DeliveryViolation)]);
});
