import { type FactName, facts } from '../../facts/facts.ts';
import { limits } from '../../facts/limits.ts';
import { formatPath } from '../../values/eventPath.ts';
import { InvalidArgumentError } from '../../values/invalidArgument.ts';
import { shorten } from '../../values/text.ts';
import { type JsonNode, type Place, writeNode } from './jsonNode.ts';

/** Why AWS refuses a part of a pattern. */
export interface PatternFault {
  /** The allowed values in words. */
  readonly allowed: string;
  /** The reason in words. */
  readonly because?: string;
  /** The fact of AWS that is the reason. */
  readonly fact?: FactName;
  /** What to do instead. */
  readonly todo?: string;
}

/** Refuses a part of a pattern: names its place, what stands there, and what may stand there. */
export function refusePattern(place: Place, node: JsonNode, { fact, ...fault }: PatternFault): never {
  const text = writeNode(node);
  throw new InvalidArgumentError({
    argument: formatPath(['pattern', ...place]),
    root: 'pattern',
    received: JSON.parse(text),
    shown: shorten(text, MOST_SHOWN),
    ...(fact === undefined ? {} : { because: citeFact(fact) }),
    ...fault,
  });
}

/** The most characters of a part that a message shows. */
const MOST_SHOWN = 200;

/** Refuses a pattern with more levels than AWS reads. */
export function refuseDepth(received: string): never {
  throw new InvalidArgumentError({
    argument: 'pattern',
    root: 'pattern',
    received,
    allowed: `up to ${limits.patternDepth.toLocaleString('en')} levels of objects and lists`,
    because: citeFact('patternDepth'),
  });
}

/** A fact of AWS as a sentence: what a page says, or what the engine was seen to do. */
export function citeFact(name: FactName): string {
  const { states, certainty } = facts[name];
  return certainty === 'documented' ? `AWS says: ${states}` : `${states.charAt(0).toUpperCase()}${states.slice(1)}`;
}
