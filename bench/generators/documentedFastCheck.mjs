import fc from 'fast-check';
import { caseUpdatedOf } from './caseUpdatedOf.mjs';

/** fast-check as its documentation shows it: `record`, `dictionary`, `uuid`, `stringMatching`, `string`, `date`. */
export const documentedFastCheck = {
  name: 'fast-check, as documented',
  maker: ({ fields, characters }) => {
    const arbitrary = documentedEvents({ fields: [fields, fields], characters: [characters, characters] });
    return (numRuns, seed) => fc.sample(arbitrary, { numRuns, seed });
  },
};

/**
 * Events with this many text fields of this many characters; `mixed` ones also have numbers, titles and cleared fields.
 */
export function documentedEvents({ fields: [minKeys, maxKeys], characters: [minLength, maxLength], mixed = false }) {
  const text = fc.record({ stringValue: fc.string({ minLength, maxLength, size: 'max' }) });
  const number = fc.record({ doubleValue: fc.double({ noNaN: true, noDefaultInfinity: true }) });
  const value = mixed ? fc.oneof({ weight: 4, arbitrary: text }, number) : text;
  const fields = fc.dictionary(fc.uuid(), fc.record({ value }), {
    minKeys,
    maxKeys,
    size: 'max',
    noNullPrototype: true,
  });
  const title = fc.record({ value: fc.record({ stringValue: fc.string({ maxLength: 500, size: 'max' }) }) });
  return fc
    .record({
      id: fc.uuid(),
      caseId: fc.uuid(),
      templateId: fc.uuid(),
      createdAt: fc.date({ min: new Date(1.6e12), max: new Date(1.7e12), noInvalidDate: true }).map(Number),
      lasted: fc.nat(1e9),
      user: mixed ? fc.option(users, { nil: undefined }) : users,
      role: fc.stringMatching(/^[A-Z][a-z]{3,20}$/),
      fields: mixed ? fc.tuple(fields, title).map(([own, title]) => ({ ...own, title })) : fields,
      cleared: mixed ? fc.uniqueArray(fc.uuid(), { maxLength: 2 }) : fc.constant([]),
    })
    .map(caseUpdatedOf);
}

const users = fc.oneof(
  fc.record({
    userArn: fc.stringMatching(/^arn:aws:connect:us-east-1:111122223333:instance\/[0-9a-f]{32}\/user\/[0-9a-f]{32}$/),
  }),
  fc.record({ customEntity: fc.stringMatching(/^[a-z]{3,12}-[0-9]{1,6}$/) }),
);
