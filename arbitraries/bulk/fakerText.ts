import { faker } from '@faker-js/faker/locale/en';

/** Realistic English texts. */
export interface FakerTexts {
  readonly titles: readonly string[];
  readonly sentences: readonly string[];
  readonly urls: readonly string[];
  readonly roles: readonly string[];
}

/** Texts from faker's English data, the same ones every time. Built as a file of its own, loaded when first needed. */
export function fakerTexts(): FakerTexts {
  faker.seed(20221004);
  return {
    titles: many(200, () => `${faker.commerce.productName()} ${faker.helpers.arrayElement(TROUBLES)}`),
    sentences: many(200, sentence),
    urls: many(100, () => `https://example.com/${faker.lorem.slug()}?order=${faker.string.numeric(8)}`),
    roles: many(50, () => faker.person.jobType().replace(/\W/g, '') + faker.person.jobArea().replace(/\W/g, '')),
  };
}

const TROUBLES = ['never arrived', 'arrived damaged', 'charged twice', 'stopped working', 'is the wrong size'];

function sentence(): string {
  const customer = faker.person.fullName();
  return faker.helpers.arrayElement([
    `${customer} called about the ${faker.commerce.productName().toLowerCase()} and asked for a refund of $${faker.commerce.price()}.`,
    `${customer} from ${faker.location.city()} wrote that the parcel is lost; ${faker.company.name()} has been told.`,
    `Agreed with ${customer} to send a new one by ${faker.date.weekday()}.`,
    `${faker.commerce.productDescription()}.`.replace(/\.\.$/, '.'),
  ]);
}

function many(count: number, make: () => string): string[] {
  return Array.from({ length: count }, make);
}
