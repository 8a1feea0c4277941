import type { Defect, Spoilt } from './defect.ts';

/** Removes a property. */
export function without(...steps: string[]): Defect {
  return at(`${steps.join('.')} missing`, steps, (place, key) => delete place[key]);
}

/** Puts another value in a property's place, when the property is there. */
export function instead(what: string, steps: readonly string[], value: unknown): Defect {
  return at(`${steps.join('.')} ${what}`, steps, (place, key) => {
    place[key] = value as Spoilt;
    return true;
  });
}

function at(name: string, steps: readonly string[], change: (place: Spoilt, key: string) => boolean): Defect {
  return {
    name,
    spoil: (event) => {
      let place: Spoilt | undefined = event;
      for (const step of steps.slice(0, -1)) place = place?.[step];
      const key = steps.at(-1) as string;
      return place !== undefined && typeof place === 'object' && Object.hasOwn(place, key) && change(place, key);
    },
  };
}
