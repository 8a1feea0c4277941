import { limits } from '../../facts/limits.ts';
import { oncePer } from '../../values/oncePer.ts';
import type { Scalar } from '../operators/condition.ts';
import { type Elements, noElements } from './elements.ts';

/** How to reach a path in events, prepared once. */
export interface Route {
  /** At each depth every key that continues the path, and the depth behind the key. */
  readonly steps: readonly (readonly Step[])[];
  /** The path up to each depth: it names the lists there. */
  readonly places: readonly string[];
}

interface Step {
  readonly key: string;
  readonly next: number;
}

/** The route of a path. In AWS's engine a key may contain dots: `a.b` is `b` within `a`. */
export function planRoute(path: readonly string[]): Route {
  const steps = path.map((_, from) =>
    path
      .slice(from)
      .map((_name, more) => ({ key: path.slice(from, from + more + 1).join('.'), next: from + more + 1 })),
  );
  return { steps, places: [...path, ''].map((_, depth) => path.slice(0, depth).join('.')) };
}

/** Looks at one value, and says whether the search may stop. */
export type Visitor = (value: Scalar, elements: Elements) => boolean;

/** The values that stand directly in a list, in no object or list of it. */
export type ReadScalars = (list: readonly unknown[]) => readonly unknown[];

/** A reader that goes through each list once. Nobody may change the lists meanwhile. */
export function makeScalarReader(): ReadScalars {
  return oncePer(selectScalars);
}

function selectScalars(list: readonly unknown[]): readonly unknown[] {
  return list.filter((value) => typeof value !== 'object' || value === null);
}

/**
 * Visits every value at the end of a route, also within lists, until the visitor stops.
 * @param chosen of these lists it visits only the given elements
 */
export function visitValues(
  event: unknown,
  route: Route,
  visit: Visitor,
  chosen: Elements = noElements,
  readScalars: ReadScalars = selectScalars,
): boolean {
  return visitFrom(event, 0, { route, visit, chosen, readScalars, elements: noElements, outer: '', levels: 0 });
}

interface Visit {
  readonly route: Route;
  readonly visit: Visitor;
  readonly chosen: Elements;
  readonly readScalars: ReadScalars;
  /** The elements of lists that the search is in, and the place of the innermost. */
  readonly elements: Elements;
  readonly outer: string;
  /** How many lists lie around. AWS's engine reads no deeper JSON. */
  readonly levels: number;
}

function visitFrom(value: unknown, depth: number, search: Visit): boolean {
  const steps = search.route.steps[depth];
  if (typeof value !== 'object' || value === null) {
    return steps === undefined && isScalar(value) && search.visit(value, search.elements);
  }
  if (Array.isArray(value)) return visitList(value, depth, search);
  if (steps === undefined) return false;
  for (let index = 0; index < steps.length; index++) {
    const { key, next } = steps[index] as Step;
    const inner = (value as Record<string, unknown>)[key];
    if (inner === undefined || !Object.hasOwn(value, key)) continue;
    if (visitFrom(inner, next, search)) return true;
  }
  return false;
}

function visitList(list: readonly unknown[], depth: number, search: Visit): boolean {
  const levels = search.levels + 1;
  if (levels > limits.patternDepth) return false;
  const place = `${search.outer}/${search.route.places[depth]}`;
  const visitElement = (value: unknown, index: number): boolean => {
    if (typeof value !== 'object' || value === null) return visitFrom(value, depth, search);
    const elements = new Map(search.elements).set(place, index);
    return visitFrom(value, depth, { ...search, elements, outer: `${place}[${index}]`, levels });
  };
  const chosen = search.chosen.get(place);
  if (chosen === undefined) return list.some(visitElement);
  const element = list[chosen];
  if (typeof element === 'object' && element !== null && visitElement(element, chosen)) return true;
  return search.readScalars(list).some((value) => visitFrom(value, depth, search));
}

function isScalar(value: unknown): value is Scalar {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
