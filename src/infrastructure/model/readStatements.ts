import { getMember } from '../values/getMember.ts';
import { writeText } from '../values/joinText.ts';
import { isList, isObject, type Resolved, Unresolved } from '../values/resolved.ts';
import { settle } from '../values/settle.ts';
import type { Address, Grant, SenderTest } from './infrastructure.ts';

/** The actions that a rule or a topic needs at a queue or a topic. */
const SENDING = ['sqs:sendmessage', 'sns:publish'];

/** What a statement says; the resource with the policy adds the rest. */
export type Statement = Omit<Grant, 'id' | 'kind' | 'on' | 'qualifier'>;

/**
 * What the statements of a policy allow or deny: who may send, and for which sources.
 * @param locate finds the resource that an ARN means
 */
export function readStatements(
  document: Resolved,
  locate: (value: Resolved) => Address,
  actions: readonly string[] = SENDING,
): readonly Statement[] {
  if (!isObject(document)) return [readUnknown(document)];
  return toList(document.Statement).flatMap((statement) => {
    if (!isObject(statement)) return [readUnknown(statement)];
    const { Effect: effect, Condition: condition, Principal, Resource } = statement;
    if (!mayConcern(statement, actions)) return [];
    if (effect === 'Deny' ? !isAboutSourceOnly(condition) : effect !== 'Allow' && !(effect instanceof Unresolved))
      return [];
    const { tests, isOpen } = readCondition(condition);
    const sources = tests.filter(({ key }) => key === 'arn').flatMap(({ found }) => found.map(locate));
    return listServices(Principal).map((service) => ({
      effect: effect === 'Deny' ? ('Deny' as const) : ('Allow' as const),
      service,
      ...(sources.length === 0 ? {} : { sources }),
      tests: tests.map(({ found, ...test }) => ({ ...test, values: found.map(writeText) })),
      ...(Resource === undefined ? {} : { receivers: toList(Resource).map(writeText) }),
      isOpen:
        isOpen || effect instanceof Unresolved || actions.every((action) => !mayBeAction(statement, action, false)),
      names: listNames(statement),
    }));
  });
}

/** A policy or a statement of which nobody knows what it says: it may permit everything. */
function readUnknown(value: Resolved): Statement {
  return { effect: 'Allow', service: undefined, tests: [], isOpen: true, names: listNames(value) };
}

function listNames(value: Resolved): readonly string[] {
  const settled = settle(value);
  return settled instanceof Unresolved && !settled.isFault ? settled.names : [];
}

/** Whether an action of a statement is one of these, or unknown. */
function mayConcern(statement: Resolved, actions: readonly string[]): boolean {
  return actions.some((action) => mayBeAction(statement, action, true));
}

/** @param otherwise the answer for an unknown action */
function mayBeAction(statement: Resolved, wanted: string, otherwise: boolean): boolean {
  return toList(getMember(statement, 'Action')).some((action) =>
    typeof action === 'string' ? isAction(action, wanted) : otherwise,
  );
}

/** Whether an action of a policy, in which `*` and `?` stand for others, is a certain one in lower case. */
export function isAction(action: string, wanted: string): boolean {
  const escaped = action.toLowerCase().replace(/[.+^$()|[\]{}\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(wanted);
}

/** The keys of conditions on the sender. */
const senderKeys: Readonly<Record<string, SenderTest['key']>> = {
  'aws:sourcearn': 'arn',
  'aws:sourceaccount': 'account',
};

/** Operators that compare texts, with those that take wildcards. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html (documented) */
const COMPARING =
  /^(?:For(?:Any|All)Values?:)?(Arn(?:Equals|Like)|String(?:Equals|EqualsIgnoreCase|Like))(?:IfExists)?$/i;

/** Whether a condition asks for nothing, or only for certain sources; others may never hold for a rule. */
function isAboutSourceOnly(condition: Resolved): boolean {
  if (condition === undefined) return true;
  if (!isObject(condition)) return false;
  return Object.entries(condition).every(
    ([operator, keys]) =>
      /^(Arn|String)(Equals|Like)$/.test(operator) &&
      isObject(keys) &&
      Object.keys(keys).every((key) => key.toLowerCase() in senderKeys),
  );
}

interface Condition {
  readonly tests: readonly (Omit<SenderTest, 'values'> & { readonly found: readonly Resolved[] })[];
  readonly isOpen: boolean;
}

/** What a condition asks of the sender. Other keys, such as `aws:SecureTransport`, count as met. */
function readCondition(condition: Resolved): Condition {
  if (!isObject(condition)) return { tests: [], isOpen: condition !== undefined };
  const operators = Object.entries(condition);
  const tests = operators.flatMap(([operator, keys]) => {
    const compared = COMPARING.exec(operator)?.[1];
    if (compared === undefined || !isObject(keys)) return [];
    const isPattern = !/^StringEquals/i.test(compared);
    return Object.entries(keys).flatMap(([name, value]) => {
      const key = senderKeys[name.toLowerCase()];
      return key === undefined ? [] : [{ key, isPattern, found: toList(value) }];
    });
  });
  const isOpen = operators.some(
    ([operator, keys]) =>
      !isObject(keys) ||
      (!COMPARING.test(operator) && Object.keys(keys).some((name) => name.toLowerCase() in senderKeys)),
  );
  return { tests, isOpen };
}

function listServices(principal: Resolved): readonly (string | undefined)[] {
  if (principal instanceof Unresolved) return [undefined];
  if (principal === '*' || toList(getMember(principal, 'AWS')).includes('*')) return ['*'];
  return toList(getMember(principal, 'Service')).map((service) => (typeof service === 'string' ? service : undefined));
}

function toList(value: Resolved): readonly Resolved[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}
