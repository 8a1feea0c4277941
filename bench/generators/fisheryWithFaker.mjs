import { faker } from '@faker-js/faker';
import { Factory } from 'fishery';
import { caseUpdatedOf } from './caseUpdatedOf.mjs';
import { fakedField, fakedParts } from './fakerByHand.mjs';

/** fishery factories, one for events and one for fields, with faker's values. */
export const fisheryWithFaker = {
  name: 'fishery + faker',
  maker: ({ fields, characters }) => {
    const fieldFactory = Factory.define(() => fakedField(characters));
    const eventFactory = Factory.define(() => {
      const values = fieldFactory.buildList(fields).map((field) => [faker.string.uuid(), field]);
      return caseUpdatedOf({ ...fakedParts({ fields: 0, characters }), fields: Object.fromEntries(values) });
    });
    return (count, seed) => {
      faker.seed(seed);
      return eventFactory.buildList(count);
    };
  },
};
