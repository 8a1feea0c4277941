import { type Fact, type FactName, facts } from '../../../model/facts/facts.ts';
import type { Infrastructure } from '../model/infrastructure.ts';
import { nameProperty } from '../model/nameProperty.ts';
import type { FunctionRoute } from '../route/route.ts';

/** A fault on the way from a rule to a function that shows without any handler. */
export interface TemplateFinding {
  /** The fault, as a sentence. */
  readonly what: string;
  /** The resource, and the property if there is one: `RefundsQueue.RedrivePolicy`. */
  readonly where: string;
  /** The consequence, as a sentence. */
  readonly why: string;
  /** What to change. */
  readonly todo: string;
  /** What AWS states about it. */
  readonly fact: Fact;
}

/** One check of a route: its finding, or its findings, if there are any. */
export type RouteCheck = (
  route: FunctionRoute,
  context: CheckContext,
) => TemplateFinding | readonly TemplateFinding[] | undefined;

/** The template of a route. */
export interface CheckContext {
  readonly infrastructure: Infrastructure;
  /** A property by its name in the language of the template. */
  name(property: string): string;
}

/** What to do about a resource that SAM makes of `SqsSubscription`, where nobody can set a property. */
export const REPLACE_SUBSCRIPTION =
  'SAM makes it of SqsSubscription, where no property sets this: define the queue, its policy and the subscription, and give the function an event of the type SQS';

/** The context of the checks of a template. */
export function checkContext(infrastructure: Infrastructure): CheckContext {
  return { infrastructure, name: (property) => nameProperty(infrastructure.language, property) };
}

/** A finding whose reason is a fact. */
export function cite(fact: FactName, finding: Omit<TemplateFinding, 'fact'>): TemplateFinding {
  return Object.freeze({ ...finding, fact: facts[fact] });
}
