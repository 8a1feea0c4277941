import { type Domain, requireDomain } from '../../model/domain/domain.ts';
import { exampleDomain } from '../../model/domain/exampleDomain.ts';
import { type Dialect, resolveDialect } from '../../model/event/dialect.ts';
import { type EventClass, eventClasses } from '../../model/event/eventClasses.ts';
import { type EventKindName, nameEventKinds } from '../../model/event/eventKindName.ts';
import { listPlayedItemTypes } from '../../model/event/listPlayedItemTypes.ts';
import { type EventType, isRelatedItemEventType } from '../../model/facts/eventTypes.ts';
import { limits } from '../../model/facts/limits.ts';
import { type RelatedItemType, relatedItemTypes, unknownItemType } from '../../model/facts/relatedItemTypes.ts';
import { InvalidArgumentError, requireKnownKeys, requireOneOf } from '../../model/values/invalidArgument.ts';
import { measureRange } from '../size/sizeRange.ts';
import { type EventKind, resolveEventKind } from '../variations/eventKind.ts';
import { hasClass } from './drawPlan.ts';
import { EventArbitrary, type EventChoice, PlanArbitrary } from './eventArbitrary.ts';

/** Options of the event arbitraries. */
export interface EventOptions {
  /** The domain of the events; by default {@link exampleDomain}. */
  readonly domain?: Domain;
  /** Readings of the open questions. Each question that is not named has its default reading. */
  readonly dialect?: Partial<Dialect>;
  /**
   * Only events of this class; by default all classes but `foreign`.
   *
   * - `sample`: the documented event with the domain's ids
   * - `typical`: realistic values, users of every kind
   * - `sparse`: optional members are absent, one, some or all of them
   * - `edge`: empty and longest texts, odd Unicode, odd numbers and ids
   * - `open`: possible additions: properties, fields (of the domain up to 400), an unknown related item type
   * - `limit`: the largest events of the domain as it is configured, and one byte less
   */
  readonly class?: Exclude<EventClass, 'foreign'>;
  /** The exact entry size in bytes, or the largest one; up to 1,048,576. */
  readonly bytes?:
    | number
    | {
        /** The largest entry size, in bytes. */
        readonly max: number;
      };
  /** Only this related item type; by default every type, and an unknown one. */
  readonly relatedItemType?: RelatedItemType;
  /** `fresh`: custom fields with random ids and types instead of the domain's; by default `domain`. */
  readonly customFields?: 'domain' | 'fresh';
  /**
   * The padding of events to a size. `fresh` draws every character anew, for tests of compression or deduplication.
   * `pooled`, the default, cuts texts from a pool, and is much faster.
   */
  readonly texts?: 'pooled' | 'fresh';
}

const optionNames = ['domain', 'dialect', 'class', 'bytes', 'relatedItemType', 'customFields', 'texts'];

/**
 * An arbitrary of the events of some types.
 * @throws InvalidArgumentError for unknown options and values, and for impossible combinations
 */
export function makeEventArbitrary(types: readonly EventType[], options: EventOptions = {}): EventArbitrary {
  requireKnownKeys('options', options, optionNames);
  return new EventArbitrary(new PlanArbitrary(resolveChoice(types, options)));
}

type Asked = { readonly [Name in keyof EventOptions]?: EventOptions[Name] | undefined };

/**
 * The choice of events that some options describe.
 * @throws InvalidArgumentError for unknown values, and for combinations that no event can meet
 */
export function resolveChoice(types: readonly EventType[], options: Asked): EventChoice {
  const domain = options.domain === undefined ? exampleDomain : requireDomain(options.domain);
  const dialect = resolveDialect(options.dialect);
  const classes = resolveClasses(options.class);
  const fresh = requireOneOf('options.customFields', options.customFields ?? 'domain', ['domain', 'fresh']) === 'fresh';
  if (fresh) requireFields(domain, types);
  const freshTexts = requireOneOf('options.texts', options.texts ?? 'pooled', ['pooled', 'fresh']) === 'fresh';
  const kinds = types
    .flatMap((type) =>
      nameKinds(type, types, options, dialect).map((name) => resolveEventKind(name, domain, dialect, fresh)),
    )
    .filter((kind) => kind.itemType !== unknownItemType || classes.includes('open'));
  return { ...resolveSize(withClass(kinds, classes), classes, options.bytes, dialect), freshTexts };
}

function resolveClasses(eventClass: unknown): readonly EventClass[] {
  if (eventClass === undefined) return eventClasses.filter((name) => name !== 'foreign');
  return [
    requireOneOf(
      'options.class',
      eventClass,
      eventClasses.filter((name) => name !== 'foreign'),
    ),
  ];
}

/** Case events have the fields that the domain includes. Custom related items have fields in their content. */
function requireFields(domain: Domain, types: readonly EventType[]): void {
  const { fields, relatedItemContent } = domain.includedData;
  if (fields.length > 0 || (relatedItemContent && types.some(isRelatedItemEventType))) return;
  throw new InvalidArgumentError({
    argument: 'options.customFields',
    received: 'fresh',
    allowed: '"domain", for a domain whose events carry no fields',
    todo: 'List a field in includedData.fields',
  });
}

/** The kinds of an event type that the options select. */
function nameKinds(
  type: EventType,
  types: readonly EventType[],
  { relatedItemType }: Asked,
  dialect: Dialect,
): EventKindName[] {
  if (relatedItemType === undefined)
    return nameEventKinds(type, [...listPlayedItemTypes(type, dialect), unknownItemType]);
  requireOneOf('options.relatedItemType', relatedItemType, relatedItemTypes);
  if (!types.some(isRelatedItemEventType)) {
    throw new InvalidArgumentError({
      argument: 'options.relatedItemType',
      received: relatedItemType,
      allowed: `nothing for ${types.join(', ')}: only related-item events have a related item type`,
    });
  }
  return isRelatedItemEventType(type) ? nameEventKinds(type, [relatedItemType]) : [];
}

function withClass(kinds: readonly EventKind[], classes: readonly EventClass[]): readonly EventKind[] {
  const able = kinds.filter((kind) => classes.some((eventClass) => hasClass(kind, eventClass)));
  if (able.length > 0) return able;
  throw new InvalidArgumentError({
    argument: 'options.class',
    received: classes[0],
    allowed: `classes that these events have: ${eventClasses.filter((name) => kinds.some((kind) => hasClass(kind, name))).join(', ')}`,
    because: "What the domain's includedData leaves out appears in no class",
  });
}

/** The size limit of a dialect, in bytes of entry size. */
export function resolveCeiling(dialect: Dialect): number {
  return dialect.entrySize === '1,048,576 bytes' ? limits.largestEntrySize : limits.documentedEntrySize;
}

function resolveSize(
  kinds: readonly EventKind[],
  classes: readonly EventClass[],
  bytes: EventOptions['bytes'],
  dialect: Dialect,
): EventChoice {
  const ceiling = resolveCeiling(dialect);
  if (bytes === undefined) return { kinds, classes, ceiling, most: ceiling };
  if (typeof bytes !== 'object' || bytes === null) {
    const able = requireReachable('options.bytes', kinds, bytes, bytes);
    return { kinds: able, classes, ceiling: bytes, bytes };
  }
  requireKnownKeys('options.bytes', bytes, ['max']);
  const able = requireReachable('options.bytes.max', kinds, bytes.max, Number.POSITIVE_INFINITY);
  return { kinds: able, classes, ceiling: bytes.max, most: bytes.max };
}

/**
 * The event kinds that have events of a size.
 * @param upTo the same size, or Infinity if smaller events are allowed, too
 * @throws InvalidArgumentError with the possible sizes, if there is no such kind
 */
export function requireReachable(
  argument: string,
  kinds: readonly EventKind[],
  bytes: unknown,
  upTo: number,
): readonly EventKind[] {
  const whole = typeof bytes === 'number' && Number.isInteger(bytes) && bytes >= 1 && bytes <= limits.largestEntrySize;
  const ranges = kinds.map(measureRange);
  const able = whole
    ? kinds.filter(
        (_, index) =>
          (ranges[index] as { least: number }).least <= bytes &&
          ((ranges[index] as { most: number }).most >= bytes || upTo > bytes),
      )
    : [];
  if (able.length > 0) return able;
  const least = Math.min(...ranges.map((range) => range.least));
  const most = Math.max(...ranges.map((range) => range.most));
  throw new InvalidArgumentError({
    argument,
    received: bytes,
    allowed: `whole numbers from ${least.toLocaleString('en')} to ${most.toLocaleString('en')}, the entry sizes that these events can have`,
  });
}
