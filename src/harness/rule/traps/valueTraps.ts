import { listIncludedFields } from '../../../../model/domain/domain.ts';
import { findArnForm } from '../../../../model/event/findArnForm.ts';
import { listOperands } from '../../../../model/rule/compile/listOperands.ts';
import { makeDomainArn } from '../../../../model/values/arns.ts';
import { listWords } from '../../../../model/values/invalidArgument.ts';
import { listDeadConditions } from './deadConditions.ts';
import { formValuePath } from './fieldPlace.ts';
import { listCaseStarts } from './listCaseStarts.ts';
import { replaceDead } from './mendConditions.ts';
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
  return { because, ...(conditions.length === 0 ? {} : { correction: { from: path, to: path, conditions } }) };
};

/** A text where events have ARNs. */
export const explainNoArn: Trap = ({ path, condition, received }, _, domain) => {
  const place = path.join('.');
  const field = listIncludedFields(domain).find((one) => formValuePath(one).join('.') === place);
  const form = findArnForm(field === undefined ? place.slice('detail.'.length) : `case.fields.${field.name}`, domain);
  if (form === undefined) return undefined;
  const texts = [
    ...(JSON.parse(condition) as readonly unknown[]),
    ...listOperands(condition, 'equals-ignore-case'),
  ].filter((text) => typeof text === 'string');
  const others = texts.filter((text) => !form.test(text));
  if (others.length === 0) return undefined;
  const such = typeof received[0] === 'string' ? `, such as ${JSON.stringify(received[0])}` : '';
  return { because: `${listWords(others)} is no ARN, and events have ARNs there${such}.` };
};

/** The ARN of another domain, or of what lies in it. */
export const explainOtherDomain: Trap = ({ path, condition }, _, domain) => {
  if (path.join('.') !== 'resources') return undefined;
  const arn = makeDomainArn(domain);
  const right = arn.split(':');
  const mend = (text: string): string =>
    text
      .split(':')
      .map((part, index) =>
        part === '' || part === '*' ? part : index === 5 ? mendDomain(part) : (right[index] ?? part),
      )
      .join(':');
  const mendDomain = (part: string): string => part.replace(/^domain\/[^/*]+/, right[5] as string);
  const mended = condition.replaceAll(CASES_ARN, mend);
  if (mended === condition) return undefined;
  const others = [...condition.matchAll(CASES_ARN)].map(([other]) => other).filter((other) => mend(other) !== other);
  return {
    because: `The domain is ${arn}, not ${[...new Set(others)].join(' or ')}.`,
    correction: { from: path, to: path, conditions: JSON.parse(mended) as unknown[] },
  };
};

/** The ARN of a Cases domain, or its beginning, up to the first wildcard within a part. */
const CASES_ARN = /arn:aws:cases(?::(?:[^:*"/]+|\*)(?=[:"])){0,2}(?::(?=")|:domain\/[^/*"]+)?/g;
