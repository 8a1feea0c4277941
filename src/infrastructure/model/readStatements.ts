import { getMember } from '../values/getMember.ts';
import { isList, isObject, type Resolved } from '../values/resolved.ts';
import type { Address, Grant } from './infrastructure.ts';

/** The actions that a rule or a topic needs at a queue or a topic. */
const SENDING = ['sqs:sendmessage', 'sns:publish'];

/**
 * What the statements of a policy allow or deny: who may send, and for which sources.
 * @param locate finds the resource that an ARN means
 */
export function readStatements(
  document: Resolved,
  locate: (value: Resolved) => Address,
  actions: readonly string[] = SENDING,
): readonly Pick<Grant, 'effect' | 'service' | 'sources'>[] {
  if (!isObject(document)) return [{ effect: 'Allow', service: undefined }];
  return toList(document.Statement).flatMap((statement) => {
    const effect = getMember(statement, 'Effect');
    const condition = getMember(statement, 'Condition');
    if (!mayConcern(statement, actions)) return [];
    if (effect !== 'Allow' && (effect !== 'Deny' || !isAboutSourceOnly(condition))) return [];
    const sources = listSources(condition).map(locate);
    const services = listServices(getMember(statement, 'Principal'));
    return services.map((service) => ({ effect, service, ...(sources.length === 0 ? {} : { sources }) }));
  });
}

/** Whether an action of a statement is one of these, or unknown. */
function mayConcern(statement: Resolved, actions: readonly string[]): boolean {
  return toList(getMember(statement, 'Action')).some((action) => {
    if (typeof action !== 'string') return true;
    const pattern = new RegExp(
      `^${action
        .toLowerCase()
        .replace(/[.+^$()|[\]{}\\]/g, '\\$&')
        .replaceAll('*', '.*')
        .replaceAll('?', '.')}$`,
    );
    return actions.some((one) => pattern.test(one));
  });
}

/** Whether a condition asks for nothing, or only for certain sources; others may never hold for a rule. */
function isAboutSourceOnly(condition: Resolved): boolean {
  if (condition === undefined) return true;
  if (!isObject(condition)) return false;
  return Object.entries(condition).every(
    ([operator, keys]) =>
      /^(Arn|String)(Equals|Like)$/.test(operator) &&
      isObject(keys) &&
      Object.keys(keys).every((key) => key.toLowerCase() === 'aws:sourcearn'),
  );
}

function listServices(principal: Resolved): readonly (string | undefined)[] {
  if (principal === '*' || getMember(principal, 'AWS') === '*') return ['*'];
  return toList(getMember(principal, 'Service')).map((service) => (typeof service === 'string' ? service : undefined));
}

/** The ARNs of a condition on `aws:SourceArn`, with any operator. */
function listSources(condition: Resolved): readonly Resolved[] {
  if (!isObject(condition)) return [];
  return Object.values(condition).flatMap((keys) =>
    isObject(keys)
      ? Object.entries(keys).flatMap(([key, value]) => (key.toLowerCase() === 'aws:sourcearn' ? toList(value) : []))
      : [],
  );
}

function toList(value: Resolved): readonly Resolved[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}
