import { caseUpdatedSchema } from 'connect-cases-contracts/schema';
import fc from 'fast-check';
import { z } from 'zod';
import { ZodFastCheck } from 'zod-fast-check';
import { agreed } from '../agreed.mjs';
import { strictSchema } from '../strictSchema.mjs';

/** zod-fast-check on a copy of the schema in zod 3: it supports only zod 3 and fast-check 3. */
export const zodFastCheck = {
  name: 'zod-fast-check, zod 3 twin',
  maker: (size) => {
    const arbitrary = new ZodFastCheck().inputOf(strictSchema(z, size)).map(agreed);
    return (numRuns, seed) => fc.sample(arbitrary, { numRuns, seed });
  },
  fromSchemaAlone: () => {
    const arbitrary = new ZodFastCheck().inputOf(caseUpdatedSchema);
    return () => fc.sample(arbitrary, 1)[0];
  },
};
