import { carefulFastCheck } from './carefulFastCheck.mjs';
import { documentedFastCheck } from './documentedFastCheck.mjs';
import { fakerByHand } from './fakerByHand.mjs';
import { fisheryWithFaker } from './fisheryWithFaker.mjs';
import { jsonSchemaFaker } from './jsonSchemaFaker.mjs';
import { typia } from './typia/typia.mjs';
import { zocker } from './zocker.mjs';
import { zodFastCheck } from './zod3/zodFastCheck.mjs';
import { zodSchemaFaker } from './zodSchemaFaker.mjs';

/** All generators of the comparison besides ours. */
export const peers = [
  carefulFastCheck,
  documentedFastCheck,
  typia,
  jsonSchemaFaker,
  zocker,
  zodSchemaFaker,
  zodFastCheck,
  fakerByHand,
  fisheryWithFaker,
];
