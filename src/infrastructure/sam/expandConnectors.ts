import { isMembers, type Members } from '../../../model/values/members.ts';
import type { Entry } from './entry.ts';
import { permit } from './permit.ts';

const services: Readonly<Record<string, string>> = {
  'AWS::Events::Rule': 'events.amazonaws.com',
  'AWS::SNS::Topic': 'sns.amazonaws.com',
};

const kinds: Readonly<Record<string, 'function' | 'queue' | 'topic'>> = {
  'AWS::Serverless::Function': 'function',
  'AWS::Lambda::Function': 'function',
  'AWS::SQS::Queue': 'queue',
  'AWS::SNS::Topic': 'topic',
};

/** The permissions that a connector makes, whether it is a resource or within one. */
export function expandConnectors(
  id: string,
  resource: Members,
  resources: Readonly<Record<string, Members>>,
): readonly Entry[] {
  const { Type, Properties, Connectors } = resource;
  if (Type === 'AWS::Serverless::Connector' && isMembers(Properties)) {
    return readConnector(id, readId(Properties.Source), Properties.Destination, resources);
  }
  return Object.entries(isMembers(Connectors) ? Connectors : {}).flatMap(([name, connector]) => {
    const properties = isMembers(connector) ? connector.Properties : undefined;
    return isMembers(properties) ? readConnector(`${id}${name}`, id, properties.Destination, resources) : [];
  });
}

function readConnector(
  id: string,
  from: string | undefined,
  destination: unknown,
  resources: Readonly<Record<string, Members>>,
): readonly Entry[] {
  const service = services[String(resources[from ?? '']?.Type)];
  if (from === undefined || service === undefined) return [];
  return (Array.isArray(destination) ? destination : [destination]).flatMap((one, index) => {
    const to = readId(one);
    const kind = kinds[String(resources[to ?? '']?.Type)];
    if (to === undefined || kind === undefined) return [];
    const sender = service === 'sns.amazonaws.com' ? { fromArn: { Ref: from } } : { from };
    return [permit(`${id}Policy${index}`, { ...sender, service, to, kind })];
  });
}

function readId(end: unknown): string | undefined {
  return isMembers(end) && typeof end.Id === 'string' ? end.Id : undefined;
}
