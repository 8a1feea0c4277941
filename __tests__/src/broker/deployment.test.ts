import { toRefusal } from '../../../src/broker/client/toRefusal.ts';
import { parseVerdict } from '../../../src/broker/deployment.ts';

// scripts/broker tests the answers of a real broker; these are parts of them.
const href = 'http://127.0.0.1:9292/pacts/provider/aws.cases/consumer/refunds/version/1';
const result = 'http://127.0.0.1:9292/pacts/provider/aws.cases/consumer/refunds/pact-version/a/verification-results/1';

function answer(verification: object | null, version: object | null, summary: object): string {
  const row = {
    consumer: { name: 'refunds', version: { number: '1' } },
    provider: { name: 'aws.cases', version },
    pact: { _links: { self: { href } } },
    verificationResult: verification,
  };
  return `a line before it\n${JSON.stringify({ matrix: [row], summary })}`;
}

const version = { number: '0.1.0' };
const _links = { self: { href: result } };

describe('parseVerdict', () => {
  test('a pair without a verification prevents the deployment, with the link of its pact', () => {
    const reason = 'WARN: It is recommended to specify the environment.\nThere is no verified pact between them';
    expect(parseVerdict(answer(null, null, { deployable: null, reason }))).toEqual({
      deployable: false,
      reason: 'There is no verified pact between them',
      obstacles: [{ consumer: 'refunds 1', provider: 'aws.cases', what: 'not verified', link: href }],
      compared: 1,
    });
  });

  test('a failed verification prevents the deployment, with its link', () => {
    const text = answer({ success: false, _links }, version, { deployable: false, reason: 'It failed' });
    expect(parseVerdict(text)).toEqual({
      deployable: false,
      reason: 'It failed',
      obstacles: [{ consumer: 'refunds 1', provider: 'aws.cases 0.1.0', what: 'verification failed', link: result }],
      compared: 1,
    });
  });

  test('a compatible pair does not prevent the deployment', () => {
    const text = answer({ success: true, _links }, version, { deployable: true, reason: 'All is well' });
    expect(parseVerdict(text)).toEqual({ deployable: true, reason: 'All is well', obstacles: [], compared: 1 });
  });

  test('a verdict without any comparison counts none', () => {
    const text = JSON.stringify({
      matrix: [],
      summary: { deployable: true, reason: 'There are no missing dependencies' },
    });
    expect(parseVerdict(text)).toMatchObject({ deployable: true, compared: 0 });
  });
});

test.each([
  [
    `❌ failed validation - ["Environment with name 'mars' does not exist"]\n❌ Environment with name 'mars' does not exist`,
    'has no environment "mars". Create it (npx pact broker create-environment --name mars --display-name mars), or name one of those of npx pact broker list-environments.',
  ],
  ['❌ Environment mars does not exist', 'has no environment "mars".'],
  [
    '❌ Pacticipant nobody not found',
    'knows no pacticipant "nobody". Publish a pact of it first, or check --pacticipant.',
  ],
  ['❌ something else', 'refused the request. It said:\nsomething else'],
])('the error for %p is in our own words', (text, message) => {
  expect(toRefusal(text, { url: 'https://b' }).message).toContain(`The broker at https://b ${message}`);
});

test.each([
  ['nothing', ''],
  ['no JSON', 'a page'],
  ['JSON that ends early', '{"matrix":[{"cons'],
  ['no summary', '{"matrix":[]}'],
  ['a matrix that is not a list', '{"matrix":{},"summary":{"deployable":true,"reason":"r"}}'],
  ['a row without a consumer', '{"matrix":[{"provider":{}}],"summary":{"deployable":true,"reason":"r"}}'],
  ['a verdict that is a text', '{"matrix":[],"summary":{"deployable":"yes","reason":"r"}}'],
])('an answer of %s causes an error, and never a yes', (_, text) => {
  expect(() => parseVerdict(text)).toThrow(
    `The answer to can-i-deploy does not come from a Pact Broker: it has no matrix with a summary, and begins with ${text === '' ? 'nothing' : JSON.stringify(text)}.`,
  );
});
