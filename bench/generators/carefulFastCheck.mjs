import fc from 'fast-check';
import { caseUpdatedOf, userArnStart } from './caseUpdatedOf.mjs';

/** fast-check as an expert writes it after measuring: whole numbers, and `map` derives ids and texts. */
export const carefulFastCheck = {
  name: 'fast-check, with care',
  maker: ({ fields, characters }) => {
    const arbitrary = carefulEvents({ fields: [fields, fields], characters: [characters, characters] });
    return (numRuns, seed) => fc.sample(arbitrary, { numRuns, seed });
  },
};

/**
 * Events with this many text fields of this many characters; `mixed` ones also have numbers, titles and cleared fields.
 */
export function carefulEvents({ fields: [fewest, most], characters: [shortest, longest], mixed = false }) {
  const text = fc.tuple(fc.nat(POOL_LENGTH - longest), fc.integer({ min: shortest, max: longest }));
  const texts = text.map(([start, length]) => ({ stringValue: pool.slice(start, start + length) }));
  const numbers = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => ({ doubleValue: cents / 100 }));
  const value = mixed ? fc.oneof({ weight: 4, arbitrary: texts }, numbers) : texts;
  const fields = fc
    .array(fc.tuple(uuids, value), { minLength: fewest, maxLength: most, size: 'max' })
    .map((entries) => Object.fromEntries(entries.map(([id, value]) => [id, { value }])));
  const title = fc.nat(500).map((length) => ({ title: { value: { stringValue: pool.slice(0, length) } } }));
  return fc
    .record({
      id: uuids,
      caseId: uuids,
      templateId: uuids,
      createdAt: fc.nat(YEARS).map((time) => time + 1.6e12),
      lasted: fc.nat(1e9),
      user: mixed ? fc.option(users, { nil: undefined }) : users,
      role: fc.nat(roles.length - 1).map((index) => roles[index]),
      fields: mixed ? fc.tuple(fields, title).map(([own, titled]) => ({ ...own, ...titled })) : fields,
      cleared: mixed ? fc.nat(2).map((count) => cleared.slice(0, count)) : fc.constant([]),
    })
    .map(caseUpdatedOf);
}

const HEX = Array.from({ length: 65_536 }, (_, bits) => bits.toString(16).padStart(4, '0'));
const YEARS = 1e11;
const roles = ['Agents', 'Supervisors', 'Automation'];
const cleared = ['1d4f2c3b-7a60-4e58-9b1c-00000000ffff', '1d4f2c3b-7a60-4e58-9b1c-00000000fffe'];

const POOL_LENGTH = 20_000;
const words = 'the customer asked for a refund of the order that came late and was told to wait until Monday ';
const pool = words.repeat(Math.ceil(POOL_LENGTH / words.length)).slice(0, POOL_LENGTH);

// Without fast-check's bias towards small numbers, which would repeat the same keys.
const uuids = fc.noBias(fc.integer()).map(uuidOf);
const users = fc.integer().map((number) => {
  const kind = number & 3;
  if (kind === 0) return { customEntity: `automation-${number >>> 8}` };
  return { userArn: `${userArnStart}/${kind === 1 ? 'agent' : 'user'}/${uuidOf(number)}` };
});

/** A UUID of one number: four words, each mixed from the one before. */
function uuidOf(number) {
  const a = mix(number);
  const b = mix(a ^ number);
  const c = mix(b ^ a);
  const d = mix(c ^ b);
  return `${HEX[a >>> 16]}${HEX[a & 65535]}-${HEX[b >>> 16]}-4${HEX[b & 65535].slice(1)}-a${HEX[c >>> 16].slice(1)}-${HEX[c & 65535]}${HEX[d >>> 16]}${HEX[d & 65535]}`;
}

function mix(number) {
  const once = Math.imul(number ^ (number >>> 16), 0x45d9f3b) + 0x9e3779b9;
  const twice = Math.imul(once ^ (once >>> 15), 0x2c1b3c6d);
  return (twice ^ (twice >>> 14)) >>> 0;
}
