import { defects } from '../../../../../arbitraries/malformed/defects.ts';
import type { DeliveryOptions } from '../../../../../src/harness/delivery/deliveryOptions.ts';
import { verifyDelivery } from '../../../../../src/harness/delivery/verifyDelivery.ts';
import type { Handler } from '../../../../../src/harness/lambda/runHandler.ts';
import { viaSqs } from '../../../../../src/harness/transports/sqs.ts';
import { inEmptyDirectories } from '../../../../helpers/emptyDirectory.ts';
import { contracts } from '../correct.ts';

type Any = ReturnType<typeof JSON.parse>;

inEmptyDirectories();

let last: unknown;
const options: DeliveryOptions = {
  reset: () => {
    last = null;
  },
  observe: () => last,
  tolerates: ['poison'],
};
/** Poison before an event differs from what it keeps when poison comes last. */
const keepsLast = (event: Any): void => {
  last = JSON.stringify(event?.detail ?? null);
};

async function messageOf(handler: Handler, seed: number): Promise<string> {
  const failure = await verifyDelivery(contracts, handler, { ...options, seed, runs: 20 }).catch((error) => error);
  return (failure as Error).message;
}

/** The first matching lines of several reports. */
async function told(handler: Handler, what: RegExp): Promise<RegExpExecArray> {
  for (let seed = 0; seed < 30; seed++) {
    const found = what.exec(await messageOf(handler, seed));
    if (found !== null) return found;
  }
  throw new Error(`no report has ${what}`);
}

test('the report on a malformed event says what is wrong with it, and shows its beginning', async () => {
  const found = await told(
    keepsLast,
    /^ {2}1\. a malformed event \((.+)\): done\n(?:.+\n)*\nThe poisoned record\n {2}(\{.+)\n\nWhat differs/m,
  );
  const [, defect, line] = found as unknown as [string, string, string];
  expect(defects.map(({ name }) => name)).toContain(defect);
  expect(line).toMatch(/^\{"detail-type":"Amazon Connect Cases Change","detail":\{.+… \([\d,]+ characters of JSON\)$/);
  expect(line.length).toBeLessThan(180);
});

test('the report on a foreign event names it, and shows its beginning', async () => {
  const [, call, line] = await told(
    keepsLast,
    /^ {2}1\. a foreign event \((?:AWS API Call via CloudTrail|Amazon Connect Cases Change): ([\w.]+)\): done\n(?:.+\n)*\nThe poisoned record\n {2}(\{.+)\n\nWhat differs/m,
  );
  expect(line).toMatch(/^\{"detail-type":".+","detail":\{/);
  expect(line).toContain(`"${call}"`);
});

test('a record outside JSON is shown in full', async () => {
  const parsing = viaSqs(async ({ Records }: Any) => {
    for (const { body } of Records) keepsLast(JSON.parse(body));
  });
  const [message] = await told(parsing, /[\s\S]*a record that is not JSON \(""\): SyntaxError[\s\S]*/);
  expect(message).not.toContain('The poisoned record');
});
