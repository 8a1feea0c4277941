import { uuid } from '../../model/values/identifiers.ts';

/** The id of the n-th field that is added to an event. */
export type AddedIds = (index: number) => string;

const PURPOSE = 8;
const catalogue: string[] = [];

/** Ids that all events share, because V8 pays dearly for property keys that it never saw. */
export const catalogueIds: AddedIds = (index) => {
  while (catalogue.length <= index) catalogue.push(asKey(uuid(catalogue.length, PURPOSE)));
  return catalogue[index] as string;
};

/** The same text as V8 keeps it for property keys, so that it is not looked up there again. */
function asKey(id: string): string {
  return Object.keys({ [id]: 0 })[0] as string;
}

/** Ids that no other event has. */
export function freshIds(seed: number): AddedIds {
  return (index) => uuid(seed + index, PURPOSE);
}
