import { listIncludedFields } from '../../../../model/domain/domain.ts';
import { findArnForm } from '../../../../model/event/findArnForm.ts';
import { listOperands } from '../../../../model/rule/compile/listOperands.ts';
import { makeDomainArn } from '../../../../model/values/arns.ts';
import { listWords } from '../../../../model/values/invalidArgument.ts';
import { formValuePath } from './fieldPlace.ts';
import type { Trap } from './trap.ts';

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
  const mended = condition.replaceAll(CASES_ARN, mend).replaceAll(DOMAIN_AFTER_STAR, mendDomain);
  if (mended === condition) return undefined;
  const findOthers = (form: RegExp, mendOne: (text: string) => string): readonly string[] =>
    [...condition.matchAll(form)].map(([other]) => other).filter((other) => mendOne(other) !== other);
  const others = [...findOthers(CASES_ARN, mend), ...findOthers(DOMAIN_AFTER_STAR, mendDomain)];
  return {
    because: `The domain is ${arn}, not ${[...new Set(others)].join(' or ')}.`,
    correction: { from: path, to: path, conditions: JSON.parse(mended) as unknown[] },
  };
};

/** The ARN of a Cases domain, or its beginning, up to the first wildcard within a part. */
const CASES_ARN = /arn:aws:cases(?::(?:[^:*"/]+|\*)(?=[:"])){0,2}(?::(?=")|:domain\/[^/*"]+)?/g;

/** The domain in a wildcard that leaves out what is before it. */
const DOMAIN_AFTER_STAR = /(?<=\*:?)domain\/[^/*"]+/g;

/** A name within an ARN that has other signs, such as `relateditem` for `related-item`. */
export const explainArnPart: Trap = ({ path, condition, received }) => {
  const parts = received.filter((value) => isArn(value)).flatMap((value) => String(value).split(/[:/]/));
  const simplify = (word: string): string => word.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const wrong = new Map<string, string>();
  const mended = condition.replaceAll(/(?<=[:/*])[A-Za-z_-]+(?=[:/*])/g, (word) => {
    const meant = parts.includes(word) ? undefined : parts.find((part) => simplify(part) === simplify(word));
    if (meant !== undefined) wrong.set(word, meant);
    return meant ?? word;
  });
  if (wrong.size === 0) return undefined;
  return {
    because: [...wrong].map(([word, meant]) => `ARNs have "${meant}" there, not "${word}".`).join(' '),
    correction: { from: path, to: path, conditions: JSON.parse(mended) as unknown[] },
  };
};

/** The beginning of an ARN, written as the whole. */
export const explainArnStart: Trap = ({ path, condition, received }) => {
  const arns = received.filter((value) => isArn(value)).map(String);
  const isStart = (one: unknown): boolean => isArn(one) && arns.some((arn) => arn.startsWith(String(one)));
  const before = JSON.parse(condition) as unknown[];
  if (!before.some(isStart)) return undefined;
  const conditions = before.map((one) => (isStart(one) ? { prefix: one } : one));
  const because = 'A text must be the whole ARN: { "prefix": "…" } admits what begins with it.';
  return { because, correction: { from: path, to: path, conditions } };
};

function isArn(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('arn:');
}
