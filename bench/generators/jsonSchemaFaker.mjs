import { caseEventJsonSchema } from 'connect-cases-contracts/schema';
import { createGeneratorSync } from 'json-schema-faker';
import * as z from 'zod';
import { agreed } from './agreed.mjs';
import { strictSchema } from './strictSchema.mjs';

/** json-schema-faker on the JSON Schema that zod writes. */
export const jsonSchemaFaker = {
  name: 'json-schema-faker',
  /**
   * zod writes the pattern of instants beside their format, and the generator follows the pattern, which allows 99:99.
   */
  maker: (size) => {
    const schema = z.toJSONSchema(strictSchema(z, size), {
      override: ({ jsonSchema }) => {
        if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
      },
    });
    return (count, seed) => {
      const { generate } = createGeneratorSync({ seed, maxDepth: 10 });
      return Array.from({ length: count }, () => agreed(generate(schema)));
    };
  },
  fromSchemaAlone: () => {
    const schema = caseEventJsonSchema();
    const { generate } = createGeneratorSync({ seed: 1, maxDepth: 10 });
    return () => generate(schema);
  },
};
