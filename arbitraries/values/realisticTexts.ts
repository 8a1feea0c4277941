import { realisticLines } from './realisticLines.ts';

/** A customer. */
export interface Person {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly address: string;
}

type Texts = { readonly [Name in Exclude<keyof typeof realisticLines, 'people'>]: () => readonly string[] } & {
  readonly people: () => readonly Person[];
};

/** Realistic English texts. Each list is made at its first use: not every import draws an event. */
export const realisticTexts: Texts = {
  titles: once(() => lines('titles')),
  sentences: once(() => lines('sentences')),
  urls: once(() => lines('urls')),
  roles: once(() => lines('roles')),
  cities: once(() => lines('cities')),
  people: once(() => lines('people').map(person)),
};

function lines(name: keyof typeof realisticLines): readonly string[] {
  return realisticLines[name].split('\n');
}

function person(line: string): Person {
  const [name, email, phone, address] = line.split('\t') as [string, string, string, string];
  return { name, email, phone, address };
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
