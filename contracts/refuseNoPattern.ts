import { parseEventType } from '../model/event/parseEventType.ts';
import { InvalidArgumentError } from '../model/values/invalidArgument.ts';
import { parseIfJson } from '../model/values/json/parseIfJson.ts';
import { isMembers, type Members } from '../model/values/members.ts';

/**
 * Refuses what people give in place of an event pattern: what `deliveryTo` returns, a whole rule, event types, a name.
 * @throws InvalidArgumentError with what to write
 */
export function refuseNoPattern(rule: unknown): void {
  const rules: readonly (readonly [argument: string, one: unknown])[] = Array.isArray(rule)
    ? rule.map((one, index) => [`options.rule[${index}]`, one])
    : [['options.rule', rule]];
  for (const [argument, one] of rules) {
    const fault =
      typeof one === 'string'
        ? explainText(argument, one, rules)
        : isMembers(one)
          ? explainObject(argument, one)
          : undefined;
    if (fault === undefined) continue;
    throw new InvalidArgumentError({
      argument,
      received: one,
      allowed: 'an event pattern: an object, or its JSON as text',
      ...fault,
    });
  }
}

/** What a value is, and what to write instead. */
interface Fault {
  readonly shown?: string;
  readonly because?: string;
  readonly todo: string;
}

function explainText(
  argument: string,
  text: string,
  rules: readonly (readonly [string, unknown])[],
): Fault | undefined {
  const json = parseMembers(text);
  if (json !== undefined) return explainObject(`JSON.parse(${argument})`, json);
  // Such a text is meant as JSON.
  if (/^\s*([{["]|$)/.test(text)) return undefined;
  if (parseEventType(text) === undefined) {
    return {
      because: 'This is no JSON, and the name of a rule does not tell its pattern',
      todo: "Take the rule from deliveryTo, or write its pattern, such as { source: ['aws.cases'] }",
    };
  }
  const types = rules.map(([, one]) => one).filter((one) => parseEventType(one) !== undefined);
  return {
    because: 'This is an event type, and no pattern',
    todo: `Write { source: ['aws.cases'], detail: { eventType: [${types.map((type) => `'${type}'`).join(', ')}] } }`,
  };
}

function explainObject(argument: string, given: Members): Fault | undefined {
  if (typeof given.via === 'function' && 'rule' in given) {
    return { shown: 'all that deliveryTo returns', todo: 'Write const { rule } = deliveryTo(…)' };
  }
  const place = findPattern(given);
  if (place === undefined) return undefined;
  return {
    shown: 'an object around an event pattern',
    because: 'Events have no such member',
    todo: `Give its ${place.at(-1)}: ${[argument, ...place].join('.')}`,
  };
}

/** The names of an event pattern in a rule: of CloudFormation, of Terraform, of SAM. */
const wrappers: readonly (readonly string[])[] = [
  ...[['Properties', 'EventPattern'], ['EventPattern'], ['event_pattern']],
  ...[
    ['Properties', 'Pattern'],
    ['values', 'event_pattern'],
  ],
];

/** The path of the pattern within what describes a whole rule. */
function findPattern(given: Members): readonly string[] | undefined {
  return wrappers.find((place) => {
    const found = place.reduce<unknown>((value, name) => (isMembers(value) ? value[name] : undefined), given);
    return isMembers(found) || (typeof found === 'string' && parseMembers(found) !== undefined);
  });
}

/** The object that a text of JSON describes; undefined for any other text. */
function parseMembers(text: string): Members | undefined {
  const value = parseIfJson(text);
  return isMembers(value) ? value : undefined;
}
