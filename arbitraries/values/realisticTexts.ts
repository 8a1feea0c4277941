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
  titles: computeOnce(() => splitLines('titles')),
  sentences: computeOnce(() => splitLines('sentences')),
  urls: computeOnce(() => splitLines('urls')),
  roles: computeOnce(() => splitLines('roles')),
  cities: computeOnce(() => splitLines('cities')),
  people: computeOnce(() => splitLines('people').map(parsePerson)),
};

function splitLines(name: keyof typeof realisticLines): readonly string[] {
  return realisticLines[name].split('\n');
}

function parsePerson(line: string): Person {
  const [name, email, phone, address] = line.split('\t') as [string, string, string, string];
  return { name, email, phone, address };
}

function computeOnce<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
