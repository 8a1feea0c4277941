import { type Domain, listIncludedFields } from '../../model/domain/domain.ts';
import type { CaseDraft, EventDraft, RelatedItemDraft } from '../../model/event/compose.ts';
import { type Dialect, hasItemContent } from '../../model/event/dialect.ts';
import type { CaseKindName, EventKindName, RelatedItemKindName } from '../../model/event/eventKindName.ts';
import { oncePer } from '../../model/values/oncePer.ts';
import { hasOnlyCaseId } from './dialectPresence.ts';
import { listCaseIdentityPoints, listItemIdentityPoints } from './identityPoints.ts';
import { contentAdditionPoint, listAdditionPoints } from './listAdditionPoints.ts';
import { listContentPoints } from './listContentPoints.ts';
import { listFieldPoints } from './listFieldPoints.ts';
import { listPerformedByPoints } from './listPerformedByPoints.ts';
import type { VariationPoint } from './variationPoint.ts';

interface CommonKind<Draft> {
  readonly domain: Domain;
  readonly dialect: Dialect;
  /** Whether it has random custom fields instead of the domain's own. */
  readonly hasRandomFields: boolean;
  readonly points: readonly VariationPoint<Draft>[];
  /** The start of its events, if it is not the sample. */
  readonly baseline?: Baseline;
}

/** The kind of a case event type, with the points at which its events may differ. */
export interface CaseKind extends CaseKindName, CommonKind<CaseDraft> {
  readonly subject: 'case';
}

/** The kind of a related-item event type and an item type, with the points at which its events may differ. */
export interface RelatedItemKind extends RelatedItemKindName, CommonKind<RelatedItemDraft> {
  readonly subject: 'relatedItem';
}

/** An event kind: its name, domain and dialect, and the points at which its events may differ. */
export type EventKind = CaseKind | RelatedItemKind;

/** The draft of the events of a kind. */
export type DraftFor<Kind extends EventKind> = Kind extends CaseKind ? CaseDraft : RelatedItemDraft;

/** The start of the events of a fixture or of a rule: other values than the sample's, and overrides that nothing changes. */
export interface Baseline {
  /** Writes the seeded values. Without it the events start from the sample's. */
  apply?(draft: EventDraft): void;
  /** Writes the overrides again, after the differences and the padding. */
  applyOverrides(draft: EventDraft): void;
  /** Whether an override sets the value at a place. */
  overrides(...segments: string[]): boolean;
}

/** The event kind with the overrides of its baseline only: its events start from the sample. */
export function keepOverrides<Kind extends EventKind>(kind: Kind, { applyOverrides, overrides }: Baseline): Kind {
  return { ...kind, baseline: { applyOverrides, overrides } };
}

/** Whether an override of the event kind's baseline sets the value at a place in `detail`. */
export function isOverridden({ baseline }: EventKind, ...segments: string[]): boolean {
  return baseline?.overrides('detail', ...segments) ?? false;
}

/** Whether the events of a kind can carry fields. */
export function carriesFields(kind: EventKind): boolean {
  return (
    kind.subject === 'case' && listIncludedFields(kind.domain).length > 0 && !hasOnlyCaseId(kind.type, kind.dialect)
  );
}

const getKinds = oncePer((_: Domain) => oncePer((_: Dialect) => new Map<string, EventKind>()));

/** The event kind of a name; the same object for the same arguments. */
export function resolveEventKind(
  name: CaseKindName,
  domain: Domain,
  dialect: Dialect,
  hasRandomFields?: boolean,
): CaseKind;
export function resolveEventKind(
  name: RelatedItemKindName,
  domain: Domain,
  dialect: Dialect,
  hasRandomFields?: boolean,
): RelatedItemKind;
export function resolveEventKind(
  name: EventKindName,
  domain: Domain,
  dialect: Dialect,
  hasRandomFields?: boolean,
): EventKind;
export function resolveEventKind(
  name: EventKindName,
  domain: Domain,
  dialect: Dialect,
  hasRandomFields: boolean = false,
): EventKind {
  const kinds = getKinds(domain)(dialect);
  const key = `${name.type} ${name.itemType} ${hasRandomFields}`;
  const known = kinds.get(key);
  if (known !== undefined) return known;
  const kind =
    name.itemType === undefined
      ? makeCaseKind(name, domain, dialect, hasRandomFields)
      : makeRelatedItemKind(name, domain, dialect, hasRandomFields);
  kinds.set(key, kind);
  return kind;
}

function makeCaseKind({ type }: CaseKindName, domain: Domain, dialect: Dialect, hasRandomFields: boolean): CaseKind {
  const points = [
    ...listCaseIdentityPoints(type, domain, dialect),
    ...(dialect.performedBy === 'absent' ? [] : listPerformedByPoints(domain)),
    ...listFieldPoints(type, domain, dialect, hasRandomFields),
    ...listAdditionPoints('case', dialect),
  ];
  return { subject: 'case', type, domain, dialect, hasRandomFields, points };
}

function makeRelatedItemKind(
  { type, itemType }: RelatedItemKindName,
  domain: Domain,
  dialect: Dialect,
  hasRandomFields: boolean,
): RelatedItemKind {
  const points = [
    ...listItemIdentityPoints(domain),
    ...(dialect.performedBy === 'absent' ? [] : listPerformedByPoints(domain)),
    ...listContentPoints({ type, itemType }, domain, dialect, hasRandomFields),
    ...listAdditionPoints('relatedItem', dialect),
    ...(hasItemContent(type, domain, dialect) ? [contentAdditionPoint] : []),
  ];
  return { subject: 'relatedItem', type, itemType, domain, dialect, hasRandomFields, points };
}
