/** The steps of a path as Pact's verifier writes it, from the event's root: `$.detail['a.b'].c[0]`. */
export function splitPath(path: string): readonly string[] {
  return [...path.replace(/^\$/, '').matchAll(STEP)].map(
    ([, dotted, quoted, number]) => dotted ?? quoted ?? (number as string),
  );
}

const STEP = /\.([^.[\]]+)|\['([^']*)'\]|\[(\d+|\*)\]/g;
