import { explainUnreachable } from '../../../../src/broker/client/explainUnreachable.ts';

jest.mock('../../../../src/broker/client/fetchFromBroker.ts', () => ({
  fetchFromBroker: (code: string) => Promise.reject(Object.assign(new Error('fetch failed'), { cause: { code } })),
}));

test.each([
  ['ENOTFOUND', true, 'no such host is known'],
  ['CERT_HAS_EXPIRED', true, 'its certificate has expired'],
  ['EAI_AGAIN', false, 'the name of the host cannot be resolved now'],
  ['ECONNREFUSED', false, 'nothing listens there'],
])('%s is permanent: %p', async (code, lasts, why) => {
  expect(await explainUnreachable(code)).toEqual({ lasts, why });
});
