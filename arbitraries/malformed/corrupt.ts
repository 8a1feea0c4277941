import { type EventPath, formatPath, valueAt } from '../../model/values/eventPath.ts';
import { isObjectOrList } from '../../model/values/isObjectOrList.ts';
import type { CorruptEvent, Defect } from './defect.ts';

/** Removes a property. */
export function removeProperty(...segments: string[]): Defect {
  return changeValue(`${formatPath(segments)} missing`, segments, (place, key) => {
    delete place[key];
  });
}

/** Replaces the value of a property. */
export function replaceValue(what: string, segments: EventPath, value: unknown): Defect {
  return changeValue(`${formatPath(segments)} ${what}`, segments, (place, key) => {
    place[key] = value as CorruptEvent;
  });
}

/** Adds a property to an object, at any position. */
export function addProperty(what: string, segments: EventPath, key: string, value: unknown): Defect {
  return changeValue(`${formatPath(segments)} ${what}`, segments, (place, last) => {
    Object.assign(place[last] as CorruptEvent, { [key]: value });
  });
}

/** Changes the value at these segments, if it exists. */
export function changeValue(
  name: string,
  segments: EventPath,
  change: (place: CorruptEvent, key: string) => void,
): Defect {
  const key = segments.at(-1) as string;
  const placeIn = (event: CorruptEvent): CorruptEvent | undefined => {
    const place = valueAt(event, segments.slice(0, -1));
    return isObjectOrList(place) && Object.hasOwn(place, key) ? (place as CorruptEvent) : undefined;
  };
  return {
    name,
    fits: (event) => placeIn(event) !== undefined,
    corrupt: (event) => change(placeIn(event) as CorruptEvent, key),
  };
}
