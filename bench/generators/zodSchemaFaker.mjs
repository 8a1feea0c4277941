import { faker } from '@faker-js/faker';
import { caseUpdatedSchema } from 'connect-cases-contracts/schema';
import * as z from 'zod';
import { custom, fake, seed, setFaker } from 'zod-schema-faker/v4';
import { agreed } from './agreed.mjs';
import { strictSchema } from './strictSchema.mjs';

/** zod-schema-faker on the zod schema. */
export const zodSchemaFaker = {
  name: 'zod-schema-faker',
  maker: (size) => {
    setFaker(faker);
    // By default it follows zod's pattern of instants, with up to sixty fraction digits.
    const instant = z.custom((value) => typeof value === 'string');
    custom(instant, () => faker.date.past().toISOString());
    const schema = strictSchema(z, size, instant);
    return (count, number) => {
      seed(number);
      return Array.from({ length: count }, () => agreed(fake(schema)));
    };
  },
  fromSchemaAlone: () => {
    setFaker(faker);
    return () => fake(caseUpdatedSchema);
  },
};
