import { writeText } from '../values/joinText.ts';
import { Reference, type Resolved } from '../values/resolved.ts';

/** Where the resources of a stack are; unknown parts in braces. */
export interface StackPlace {
  readonly region: string;
  readonly account: string;
}

/** What stands before the name in the ARN of a service. */
const prefixes: Readonly<Record<string, string>> = {
  events: 'rule/',
  'event-bus': 'event-bus/',
  lambda: 'function:',
  kinesis: 'stream/',
  firehose: 'deliverystream/',
};

/**
 * The ARN of a resource by its name.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html (documented)
 * @param service the service in its ARN; `event-bus` for a bus
 * @param bus the event bus of a rule: a reference, its name or its ARN; absent for the default bus
 */
export function writeArn(service: string, name: string, { region, account }: StackPlace, bus?: Resolved): string {
  const own = bus === undefined || service !== 'events' ? name : `${writeBus(bus)}${name}`;
  return `arn:aws:${service === 'event-bus' ? 'events' : service}:${region}:${account}:${prefixes[service] ?? ''}${own}`;
}

/** Nobody knows whether an unknown bus is the default one, which no ARN of a rule names. */
function writeBus(bus: Resolved): string {
  if (bus instanceof Reference) return `\${${bus.resource}.Name}/`;
  const name = writeText(bus).replace(/^.*event-bus\//, '');
  if (name === 'default') return '';
  return /^\$\{[^}]*\}$/.test(name) ? name.replace(/\}$/, '/}') : `${name}/`;
}
