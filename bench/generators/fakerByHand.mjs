import { faker } from '@faker-js/faker';
import { caseUpdatedOf, userArnStart } from './caseUpdatedOf.mjs';

/** faker in a hand-written function. It does not shrink. */
export const fakerByHand = {
  name: 'faker, by hand',
  maker: (size) => (count, seed) => {
    faker.seed(seed);
    return Array.from({ length: count }, () => caseUpdatedOf(fakedParts(size)));
  },
};

/** The parts of one event. */
export function fakedParts({ fields, characters }) {
  return {
    id: faker.string.uuid(),
    caseId: faker.string.uuid(),
    templateId: faker.string.uuid(),
    createdAt: faker.date.past({ refDate: '2026-01-01T00:00:00Z' }).getTime(),
    lasted: faker.number.int(1e9),
    user: { userArn: `${userArnStart}/user/${faker.string.uuid()}` },
    role: faker.person.jobArea(),
    fields: Object.fromEntries(Array.from({ length: fields }, () => [faker.string.uuid(), fakedField(characters)])),
  };
}

/** A field with sentences of this many characters. */
export function fakedField(characters) {
  let text = '';
  while (text.length < characters) text += `${faker.lorem.sentence()} `;
  return { value: { stringValue: text.slice(0, characters) } };
}
