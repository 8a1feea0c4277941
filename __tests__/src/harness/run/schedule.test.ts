import { build } from '../../../../arbitraries/generation/build.ts';
import type { Contract } from '../../../../contracts/contract.ts';
import { contractsFor } from '../../../../contracts/contractsFor.ts';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import { entrySize } from '../../../../model/event/entrySize.ts';
import { buildSample, buildSchedule, listEventKinds } from '../../../../src/harness/run/schedule.ts';
import { ignoringAll } from '../../../ignoringAll.ts';

function contractReading(...paths: string[]): Contract {
  return contractsFor(
    'refunds',
    { ...ignoringAll, 'CASE.CREATED': paths as never },
    { domain: exampleDomain },
  )[0] as Contract;
}

function valuesOf(contract: Contract, field: 'feedback' | 'refundAmount'): unknown[] {
  const { id } = exampleDomain.fields[field];
  return buildSchedule(contract, listEventKinds(contract)).steps.map(({ plan }) => {
    const { fields } = (build(plan) as { detail: { case: { fields?: Record<string, { value: object }> } } }).detail
      .case;
    return fields?.[id] === undefined ? 'absent' : Object.values(fields[id].value)[0];
  });
}

test('the sample comes first', () => {
  const contract = contractReading('case.caseId');
  const [first] = buildSchedule(contract, listEventKinds(contract)).steps;
  expect(first?.eventClass).toBe('sample');
  expect(build((first as NonNullable<typeof first>).plan)).toEqual(
    buildSample((first as NonNullable<typeof first>).plan),
  );
});

test('every edge value that its type admits occurs on a field that is read, in every run', () => {
  const numbers = valuesOf(contractReading('case.fields.refundAmount'), 'refundAmount');
  expect(numbers).toEqual(
    expect.arrayContaining([
      'absent',
      0,
      -1,
      -19.99,
      1 / 3,
      5e-324,
      1e-7,
      Number.MAX_SAFE_INTEGER,
      1e21,
      Number.MAX_VALUE,
    ]),
  );
  const texts = valuesOf(contractReading('case.fields.feedback'), 'feedback') as string[];
  expect(texts).toEqual(
    expect.arrayContaining([
      'absent',
      '',
      expect.stringMatching(/^[ -~]{4100}$/),
      expect.stringMatching(/^(\p{So}|\p{L}|\ufe0f)/u),
    ]),
  );
  expect(texts.some((text) => [...text].length === 4100 && text.length > 8000 && text.startsWith('a'))).toBe(true);
});

test('events of exactly the ceiling, and one byte below, are tried', () => {
  const contract = contractReading('case.caseId');
  const sizes = buildSchedule(contract, listEventKinds(contract)).steps.map(({ plan }) => entrySize(build(plan)));
  expect(sizes).toEqual(expect.arrayContaining([262_144, 262_143]));
  expect(Math.max(...sizes)).toBe(262_144);
});

test('what the events of a contract cannot have is listed as not applicable', () => {
  const contract = contractReading('case.caseId');
  expect(buildSchedule(contract, listEventKinds(contract)).notApplicable).toEqual([
    'a member of the content absent',
    'new property in the content',
    'item type of tomorrow',
    'longest ASCII content',
    'longest 4-byte content',
    'longest escaped content',
  ]);
});
