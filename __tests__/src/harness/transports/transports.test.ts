import { adviseVia, findByCarrier, listCarrying } from '../../../../src/harness/transports/transports.ts';

const carrying = (records: 'Records' | 'records') => listCarrying(records).map(({ name }) => name);

test('of the transports that carry an event in the same member, only the first is listed', () => {
  expect(carrying('Records')).toEqual(['sqs', 'sns', 'kinesis']);
  expect(carrying('records')).toEqual(['firehose']);
});

test('each member that carries an event has its transport, and no carrier means EventBridge itself', () => {
  expect(['body', 'Sns', 'kinesis', 'data', undefined].map((carrier) => findByCarrier(carrier)?.name)).toEqual([
    'sqs',
    'sns',
    'kinesis',
    'firehose',
    'lambda',
  ]);
  expect(findByCarrier('Body')).toBeUndefined();
});

test('the advice for a batch names every transport with its key', () => {
  expect(adviseVia('Records')).toBe('Write viaSqs(handler), or viaSns, viaSnsToSqs or viaKinesis, as it is invoked');
  expect(adviseVia('records')).toBe('Write viaFirehose(handler)');
});
