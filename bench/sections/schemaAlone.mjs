import { caseUpdatedSchema } from 'connect-cases-contracts/schema';
import { peers } from '../generators/peers.mjs';
import { Tally } from '../lib/tally.mjs';

/** The schema-driven peers with the product's own schema, without corrections. */
export function schemaAlone({ smoke }) {
  const count = smoke ? 5 : 200;
  return {
    title: 'From the schema alone',
    text: `${count} events from \`caseUpdatedSchema\` or \`caseEventJsonSchema()\` as the product exports them. typia reads
types, not schemas. Above, these peers follow a stricter schema of the benchmark's own (\`generators/strictSchema.mjs\`).`,
    tables: [
      {
        columns: ['generator', 'valid by the schema', 'valid events', 'what is wrong with the first'],
        rows: peers.filter(({ fromSchemaAlone }) => fromSchemaAlone).map((peer) => rowOf(peer, count)),
      },
    ],
    measured: {},
    faults: [],
  };
}

function rowOf({ name: whole, fromSchemaAlone }, count) {
  const [name] = whole.split(',');
  const tally = new Tally();
  let fitting = 0;
  try {
    const make = fromSchemaAlone();
    for (let index = 0; index < count; index++) {
      const event = make();
      if (caseUpdatedSchema.safeParse(event).success) fitting++;
      tally.add(event);
    }
  } catch (error) {
    return [name, 'none', 'none', error.message.split('\n')[0]];
  }
  return [name, `${fitting} of ${count}`, `${tally.valid} of ${count}`, tally.reason ?? ''];
}
