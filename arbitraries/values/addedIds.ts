import { makeUuid } from '../../model/values/identifiers.ts';

/** The id of the n-th field that padding adds to an event. */
export type AddedIds = (index: number) => string;

const PURPOSE = 8;
const catalogue: string[] = [];

/** Ids that all events share, because new property keys are expensive in V8. */
export const catalogueIds: AddedIds = (index) => {
  while (catalogue.length <= index) catalogue.push(internKey(makeUuid(catalogue.length, PURPOSE)));
  return catalogue[index] as string;
};

/** The text as V8's internalized property key, so that V8 does not look it up again. */
function internKey(id: string): string {
  return Object.keys({ [id]: 0 })[0] as string;
}

/** Ids that no other event has. */
export function makeFreshIds(seed: number): AddedIds {
  return (index) => makeUuid(seed + index, PURPOSE);
}
