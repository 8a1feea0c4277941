import { fixture } from '../../../arbitraries/fixture.ts';
import { type ForeignEvent, foreignEvents, type RuleState } from '../../../arbitraries/foreignEvents.ts';
import type { Domain } from '../../../model/domain/domain.ts';
import { resolveDialect, spellItemType } from '../../../model/event/dialect.ts';
import { eventClasses } from '../../../model/event/eventClasses.ts';
import {
  documentedSpelling,
  type EventType,
  eventTypes,
  isRelatedItemEventType,
  type RelatedItemEventType,
} from '../../../model/facts/eventTypes.ts';
import { relatedItemTypes } from '../../../model/facts/relatedItemTypes.ts';
import { draw } from '../../harness/run/draw.ts';

/** Events of one type as they arrive, in groups that a rule may tell apart. */
export interface PlayedRow {
  /** `detail.eventType` as AWS writes it, or a kind of foreign event. */
  readonly name: string;
  /** Whether AWS documents this spelling, or may also write another. */
  readonly isDocumented: boolean;
  readonly groups: readonly { readonly name: string; readonly events: readonly object[] }[];
}

/** The classes whose events a rule may tell apart; size is no matter for a pattern. */
const classes = eventClasses.filter((name) => name !== 'foreign' && name !== 'limit');

/** The cases of each class. */
const SEEDS = [0, 1, 2, 3];

/** The foreign events that show every kind of them. */
const FOREIGN_RUNS = 60;

/** The name of CloudTrail's records of API calls. */
const CALLS = 'AWS API Call via CloudTrail';

/** Every row: event types in each spelling, and foreign events that a rule in a state may get. */
export function listPlayedRows(domain: Domain, state: RuleState): readonly PlayedRow[] {
  const foreign = draw(() => foreignEvents({ domain, state }), { seed: 0, runs: FOREIGN_RUNS });
  const isCall = ({ 'detail-type': kind }: ForeignEvent): boolean => kind === CALLS;
  const row = (name: string, events: readonly object[]): PlayedRow => ({
    name,
    isDocumented: true,
    groups: [{ name, events }],
  });
  return [
    ...eventTypes.flatMap((type) =>
      isRelatedItemEventType(type) ? listItemRows(type, domain) : [makeCaseRow(type, domain)],
    ),
    row(CALLS, foreign.filter(isCall)),
    row(
      'unknown event types',
      foreign.filter((event) => !isCall(event)),
    ),
  ];
}

function makeCaseRow(type: EventType, domain: Domain): PlayedRow {
  const events = listPicks().map((pick) => fixture(type, { domain, ...pick }));
  return { name: type, isDocumented: true, groups: [{ name: type, events }] };
}

function listItemRows(type: RelatedItemEventType, domain: Domain): readonly PlayedRow[] {
  return (['RELATED_ITEM', 'CASE.RELATED_ITEM'] as const).map((relatedItemEventType) => {
    const name = relatedItemEventType === 'RELATED_ITEM' ? type : `CASE.${type}`;
    return {
      name,
      isDocumented: name === documentedSpelling[type],
      groups: relatedItemTypes.flatMap((relatedItemType) =>
        (['Comment', 'comment'] as const).map((spelling) => {
          const dialect = { relatedItemEventType, relatedItemType: spelling, updatedItemTypes: 'all' } as const;
          const events = listPicks().map((pick) => fixture(type, { domain, dialect, relatedItemType, ...pick }));
          return { name: spellItemType(relatedItemType, resolveDialect(dialect)), events };
        }),
      ),
    };
  });
}

function listPicks() {
  return classes.flatMap((eventClass) => SEEDS.map((seed) => ({ class: eventClass, seed })));
}
