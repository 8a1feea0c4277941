import { buildExampleBody } from '../../contracts/buildExampleBody.ts';
import type { Contract } from '../../contracts/contract.ts';
import { contractsFor } from '../../contracts/contractsFor.ts';
import { ignored } from '../../contracts/ignored.ts';
import { exampleDomain } from '../../model/domain/exampleDomain.ts';
import { ignoringAll } from '../helpers/ignoringAll.ts';

function slaBody(...paths: readonly string[]): unknown {
  const table = { ...ignoringAll, 'RELATED_ITEM.CREATED': { Sla: paths, otherwise: ignored } };
  const [contract] = contractsFor('refunds', table as never, { domain: exampleDomain }).filter(
    ({ itemType }: Contract) => itemType === 'Sla',
  ) as unknown as readonly [Contract];
  return buildExampleBody(contract, contract.reads);
}

const needed = { name: 'First answer', type: 'CaseField', status: 'Active', targetTime: '2022-03-17T00:16:57.893Z' };

test.each(['relatedItem.sla', 'relatedItem.sla.slaConfiguration'])(
  'an object that is read as a whole (%s) omits its optional members at any depth',
  (path) => {
    expect(slaBody(path)).toHaveProperty('detail.relatedItem.sla', { slaConfiguration: needed });
  },
);

test('an optional member that is also read lands in its object', () => {
  expect(slaBody('relatedItem.sla', 'relatedItem.sla.slaConfiguration.fieldId')).toHaveProperty(
    'detail.relatedItem.sla',
    { slaConfiguration: { ...needed, fieldId: 'status' } },
  );
});
