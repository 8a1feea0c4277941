import { caseUpdatedSchema } from 'connect-cases-contracts/schema';
import { zocker as generatorOf } from 'zocker';
import * as z from 'zod';
import { agreed } from './agreed.mjs';
import { strictSchema } from './strictSchema.mjs';

/** zocker on the zod schema. */
export const zocker = {
  name: 'zocker',
  maker: (size) => {
    const generator = generatorOf(strictSchema(z, size));
    return (count, seed) => generator.setSeed(seed).generateMany(count).map(agreed);
  },
  fromSchemaAlone: () => {
    const generator = generatorOf(caseUpdatedSchema);
    return () => generator.generate();
  },
};
