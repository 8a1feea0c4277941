// Realistic English texts from faker's data, always the same. `node scripts/realisticTexts.mjs` writes them to
// arbitraries/values/realisticLines.ts; `--print` prints them. Loading faker and making them takes 90 ms, which every
// process that draws an event would pay.
import { writeFileSync } from 'node:fs';
import { faker } from '@faker-js/faker/locale/en';

/** The texts by property. */
function textsOfFaker() {
  faker.seed(20221004);
  return {
    titles: many(200, () => `${faker.commerce.productName()} ${faker.helpers.arrayElement(TROUBLES)}`),
    sentences: many(200, sentence),
    urls: many(100, () => `https://example.com/${faker.lorem.slug()}?order=${faker.string.numeric(8)}`),
    roles: many(50, () => faker.person.jobType().replace(/\W/g, '') + faker.person.jobArea().replace(/\W/g, '')),
    cities: many(100, () => faker.location.city()),
    people: many(200, person),
  };
}

function person() {
  const firstName = faker.person.firstName();
  const lastName = faker.person.lastName();
  return {
    name: `${firstName} ${lastName}`,
    email: faker.internet.exampleEmail({ firstName, lastName }).toLowerCase(),
    phone: faker.phone.number({ style: 'international' }),
    address: faker.location.streetAddress(),
  };
}

const TROUBLES = ['never arrived', 'arrived damaged', 'charged twice', 'stopped working', 'is the wrong size'];

function sentence() {
  const customer = faker.person.fullName();
  return faker.helpers.arrayElement([
    `${customer} called about the ${faker.commerce.productName().toLowerCase()} and asked for a refund of $${faker.commerce.price()}.`,
    `${customer} from ${faker.location.city()} wrote that the parcel is lost; ${faker.company.name()} has been told.`,
    `Agreed with ${customer} to send a new one by ${faker.date.weekday()}.`,
    `${faker.commerce.productDescription()}.`.replace(/\.\.$/, '.'),
  ]);
}

function many(count, make) {
  return Array.from({ length: count }, make);
}

const HEAD = `/** Realistic English texts, a line each, from faker's data (MIT). Written by scripts/realisticTexts.mjs; a test compares. */
export const realisticLines = {
`;

const lists = Object.entries(textsOfFaker()).map(([name, texts]) => `  ${name}: \`${texts.map(line).join('\n')}\`,\n`);
const source = `${HEAD}${lists.join('')}};\n`;
if (process.argv.includes('--print')) process.stdout.write(source);
else writeFileSync('arbitraries/values/realisticLines.ts', source);

/** A text, or the members of an object between tabs, as a line of a template literal. */
function line(value) {
  const parts = typeof value === 'string' ? [value] : Object.values(value);
  const odd = parts.find((part) => /[`\\\n\t]|\$\{/.test(part));
  if (odd !== undefined) throw new Error(`${JSON.stringify(odd)} cannot stand in a line of a template literal`);
  return parts.join('\t');
}
