import type { Defect, Spoilt } from './defect.ts';

/** Removes a property. */
export function without(...steps: string[]): Defect {
  return at(`${steps.join('.')} missing`, steps, (place, key) => {
    delete place[key];
  });
}

/** Puts another value in a property's place. */
export function instead(what: string, steps: readonly string[], value: unknown): Defect {
  return at(`${steps.join('.')} ${what}`, steps, (place, key) => {
    place[key] = value as Spoilt;
  });
}

/** Puts a property into an object, in any order with those that are there. */
export function beside(what: string, steps: readonly string[], key: string, value: unknown): Defect {
  return at(`${steps.join('.')} ${what}`, steps, (place, last) => {
    Object.assign(place[last] as Spoilt, { [key]: value });
  });
}

/** Changes what stands at some steps, where it does. */
export function at(name: string, steps: readonly string[], change: (place: Spoilt, key: string) => void): Defect {
  const key = steps.at(-1) as string;
  const placeIn = (event: Spoilt): Spoilt | undefined => {
    let place: Spoilt | undefined = event;
    for (const step of steps.slice(0, -1)) place = place?.[step];
    return typeof place === 'object' && place !== null && Object.hasOwn(place, key) ? place : undefined;
  };
  return {
    name,
    fits: (event) => placeIn(event) !== undefined,
    spoil: (event) => change(placeIn(event) as Spoilt, key),
  };
}
