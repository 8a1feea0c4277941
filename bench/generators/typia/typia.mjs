import { createRequire } from 'node:module';
import { agreed } from '../agreed.mjs';
import { buildTypia } from './buildTypia.mjs';

/** typia, whose compiler makes a function for each size. */
export const typia = {
  name: 'typia',
  prepare: buildTypia,
  maker: ({ fields }) => {
    const generate = createRequire(import.meta.url)('./built/generators.cjs')[`of${fields}`];
    // typia draws from Math.random and takes no seed here.
    return (count) => Array.from({ length: count }, () => agreed(withFieldMap(generate())));
  },
};

/** The fields as a map, as in events: typia can count list items, but not properties. */
function withFieldMap(event) {
  event.detail.case.fields = Object.fromEntries(event.detail.case.fields.map(({ id, value }) => [id, { value }]));
  return event;
}
