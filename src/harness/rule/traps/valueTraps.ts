import { openQuestions } from '../../../../model/facts/openQuestions.ts';
import { compileConditions } from '../../../../model/rule/compileConditions.ts';
import { listWords } from '../../../../model/values/invalidArgument.ts';
import { listDeadConditions } from './deadConditions.ts';
import { findKnownValues } from './knownValues.ts';
import { listCaseStarts } from './listCaseStarts.ts';
import { replaceDead } from './mendConditions.ts';
import { findPlaceByValue } from './placeByValue.ts';
import type { Trap } from './trap.ts';

/** A prefix or a wildcard that related items have in one spelling only. */
export const explainPrefix: Trap = ({ path, condition, received: [eventType] }) => {
  if (path.join('.') !== 'detail.eventType' || !String(eventType).startsWith('RELATED_ITEM.')) return undefined;
  const starts = listCaseStarts(condition, String(eventType));
  if (starts.length === 0) return undefined;
  return {
    because: `The ${starts.join(' and the ')} misses ${eventType}, but admits CASE.${eventType}. AWS writes both.`,
  };
};

/** A value that no event has, as far as AWS's pages and the domain say. */
export const explainUnknownValue: Trap = (leaf, _, domain) => {
  const { path, condition } = leaf;
  const dead = listDeadConditions(leaf, condition, domain);
  if (dead.length === 0) return undefined;
  const conditions = replaceDead(leaf, JSON.parse(condition) as unknown[], domain);
  const because = dead.map((one) => one.because).join(' ');
  if (conditions.length > 0) return { because, correction: { from: path, to: path, conditions } };
  const growths = dead.flatMap((one) =>
    typeof one.condition === 'string' ? (findKnownValues(leaf, domain)?.grow?.(one.condition) ?? []) : [],
  );
  return { because, ...(growths[0] && { growth: `${growths[0]} (if AWS has it)` }) };
};

/** Values of another place, none of which its own place can have, such as an event type as `detail-type`. */
export const explainMisplacedValue: Trap = (leaf, event, domain) => {
  const { path, condition, received } = leaf;
  const conditions = JSON.parse(condition) as unknown[];
  const isArn = ['detail.performedBy.user.userArn', 'detail.performedBy.iamPrincipalArn'].includes(path.join('.'));
  const isDead = isArn || listDeadConditions(leaf, condition, domain).length === conditions.length;
  if (received.length === 0 || !isDead) return undefined;
  const meant = findPlaceByValue(leaf, event, domain);
  return meant && { because: meant.because, correction: { from: path, to: meant.to, conditions: meant.conditions } };
};

/** `null` where events have nothing. */
export const explainNull: Trap = ({ path, condition }) => {
  const conditions = JSON.parse(condition) as unknown[];
  if (!conditions.includes(null)) return undefined;
  const mended = conditions.map((one) => (one === null ? { exists: false } : one));
  return {
    because: 'The events on AWS\'s pages have no null: { "exists": false } admits what is absent.',
    correction: { from: path, to: path, conditions: mended },
  };
};

/** Another account or Region than that of the domain, which has one of each. */
export const explainOtherHome: Trap = ({ path, condition }, _, { accountId, region }) => {
  const own = { account: accountId, region }[path.join('.')];
  const others = (JSON.parse(condition) as unknown[]).filter((one) => typeof one === 'string' && one !== own);
  if (own === undefined || others.length === 0) return undefined;
  const name = path[0] === 'region' ? 'Region' : 'account';
  return { because: `The domain lies in ${name} "${own}", not in ${listWords(others as string[])}.` };
};

/** The `detail-type` of an earlier page alone. */
export const explainEarlierName: Trap = ({ path, condition }) => {
  const { default: now, readings } = openQuestions.detailType;
  const earlier = Object.keys(readings).filter((name) => name !== now && condition.includes(JSON.stringify(name)));
  if (path.join('.') !== 'detail-type' || earlier.length === 0 || condition.includes(JSON.stringify(now)))
    return undefined;
  return { because: `${listWords(earlier)} is the detail-type of the events page of 2022. Today's page has "${now}".` };
};

/** A text with `*`, which stands for any text only in an operator. */
export const explainStar: Trap = ({ path, condition, received }) => {
  const mended = (JSON.parse(condition) as unknown[]).map((one) => {
    const isMeant = typeof one === 'string' && /^[^*]*(\*[^*]+)*\*?$/.test(one) && one.includes('*');
    return isMeant && received.some(compileConditions([{ wildcard: one }])) ? { wildcard: one } : one;
  });
  if (JSON.stringify(mended) === condition) return undefined;
  const because = 'A "*" stands for any text in a wildcard only: { "wildcard": "…*…" }.';
  return { because, correction: { from: path, to: path, conditions: mended } };
};
