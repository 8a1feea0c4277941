import { getMember } from '../values/getMember.ts';
import { isList, isObject, type Resolved } from '../values/resolved.ts';
import type { Address, Grant } from './infrastructure.ts';

/** The actions that a rule or a topic needs at a queue or a topic. */
const SENDING = ['sqs:sendmessage', 'sns:publish'];

/**
 * What the statements of a policy allow: who may send, and for which sources.
 * @param locate finds the resource that an ARN means
 */
export function readStatements(
  document: Resolved,
  locate: (value: Resolved) => Address,
): readonly Pick<Grant, 'service' | 'sources'>[] {
  if (!isObject(document)) return [{ service: undefined }];
  return toList(document.Statement).flatMap((statement) => {
    if (getMember(statement, 'Effect') !== 'Allow' || !mayAllowSending(statement)) return [];
    const sources = listSources(getMember(statement, 'Condition')).map(locate);
    const services = listServices(getMember(statement, 'Principal'));
    return services.map((service) => ({ service, ...(sources.length === 0 ? {} : { sources }) }));
  });
}

/** Whether an action of a statement is sending, or unknown. */
function mayAllowSending(statement: Resolved): boolean {
  return toList(getMember(statement, 'Action')).some((action) => {
    if (typeof action !== 'string') return true;
    const pattern = new RegExp(
      `^${action
        .toLowerCase()
        .replace(/[.+^$()|[\]{}\\]/g, '\\$&')
        .replaceAll('*', '.*')
        .replaceAll('?', '.')}$`,
    );
    return SENDING.some((sending) => pattern.test(sending));
  });
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
