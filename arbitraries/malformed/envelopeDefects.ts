import { limits } from '../../model/facts/limits.ts';
import { addProperty, changeValue, removeProperty, replaceValue } from './corrupt.ts';
import type { Defect } from './defect.ts';
import {
  listObjectDefects,
  listRequiredInstantDefects,
  listRequiredTextDefects,
  listRequiredWordDefects,
} from './rules.ts';

/** Defects of any event: its envelope, its ARNs, its size. */
export const envelopeDefects: readonly Defect[] = [
  ...listRequiredWordDefects(['version']),
  removeProperty('id'),
  replaceValue('a number', ['id'], 7),
  removeProperty('detail-type'),
  replaceValue('of another kind', ['detail-type'], 'Amazon Connect Contact Event'),
  removeProperty('source'),
  replaceValue('of another service', ['source'], 'aws.connect'),
  removeProperty('account'),
  replaceValue('of eleven digits', ['account'], '12345678901'),
  replaceValue('a number', ['account'], 111_122_223_333),
  replaceValue('of another account', ['account'], '999999999999'),
  ...listRequiredInstantDefects(['time']),
  removeProperty('region'),
  replaceValue('no Region', ['region'], 'Virginia'),
  replaceValue('of another Region', ['region'], 'eu-south-2'),
  removeProperty('detail'),
  replaceValue('JSON text', ['detail'], '{}'),
  ...listRequiredWordDefects(['detail', 'version']),
  removeProperty('detail', 'eventType'),
  replaceValue('unknown', ['detail', 'eventType'], 'CASE.CLOSED'),
  replaceValue('in the words of the audit', ['detail', 'eventType'], 'Case.Created'),
  ...listRequiredInstantDefects(['detail', 'approximateChangeTime']),
  addProperty('above the ceiling of EventBridge', ['detail'], 'padding', 'x'.repeat(limits.largestEntrySize)),
];

/** Defects of the two ARNs. */
export const resourceDefects: readonly Defect[] = [
  removeProperty('resources'),
  replaceValue('a text', ['resources'], 'arn:aws:cases'),
  replaceValue('empty', ['resources'], []),
  changeResources('of one ARN', ([domain]) => [domain]),
  changeResources('of three ARNs', ([domain, subject]) => [domain, subject, domain]),
  changeResources('swapped', ([domain, subject]) => [subject, domain]),
  changeResources('with a domain of another account', ([domain, subject]) => [replaceAccount(domain), subject]),
  changeResources('of another account', ([domain, subject]) => [replaceAccount(domain), replaceAccount(subject)]),
  changeResources('of another domain', ([domain, subject]) => [domain, subject.replace('domain/', 'domain/other-')]),
  changeResources('of another service', ([domain, subject]) => [
    domain,
    subject.replace('arn:aws:cases:', 'arn:aws:connect:'),
  ]),
  changeResources('longer than an ARN may be', ([domain, subject]) => [
    domain.padEnd(limits.identifier + 1, 'd'),
    subject,
  ]),
];

function changeResources(what: string, change: (arns: [domain: string, subject: string]) => string[]): Defect {
  return changeValue(`resources ${what}`, ['resources'], (event) => {
    Object.assign(event, { resources: change(event.resources as unknown as [string, string]) });
  });
}

function replaceAccount(arn: string): string {
  return arn.replace(/:\d{12}:/, ':999999999999:');
}

const PERFORMED_BY = ['detail', 'performedBy'];
const USER = [...PERFORMED_BY, 'user'];

/** Defects of `performedBy`. */
export const performerDefects: readonly Defect[] = [
  ...listObjectDefects(PERFORMED_BY),
  ...listRequiredTextDefects([...PERFORMED_BY, 'iamPrincipalArn'], limits.identifier),
  ...listObjectDefects(USER),
  replaceValue('of no kind', USER, {}),
  replaceValue('of both kinds', USER, { userArn: 'arn:aws:connect:r:a:instance/i/user/u', customEntity: 'crm' }),
  replaceValue('of an unknown kind', USER, { userId: 'e0f7b6a5-4d3c-4b2a-9180-7f6e5d4c3b2a' }),
  replaceValue('with an empty ARN', USER, { userArn: '' }),
  replaceValue('with an ARN too long', USER, { userArn: 'u'.repeat(limits.identifier + 1) }),
  replaceValue('with an empty entity', USER, { customEntity: '' }),
  replaceValue('with an entity too long', USER, { customEntity: 'e'.repeat(limits.customEntity + 1) }),
  replaceValue('with a blank at the end of an entity', USER, { customEntity: 'crm ' }),
  replaceValue('with an entity outside ASCII', USER, { customEntity: 'Rückfragen' }),
];
