import { readFileSync } from 'node:fs';
import type { Domain } from '../../../model/domain/domain.ts';
import { sampleIds } from '../../../model/event/samples.ts';

/**
 * The payloads of a case event and of a related-item event on AWS's page, without comments and trailing comma, and with
 * placeholders filled in.
 */
export function payloadsOfThePage(domain: Domain): unknown[] {
  const page = readFileSync(`${__dirname}/../../good/aws-events-page.txt`, 'utf8');
  const json = comments.reduce((text, comment) => text.replace(comment, ''), page).replaceAll(/,(?= \})/g, '');
  const filled = placeholders(domain).reduce((text, [placeholder, value]) => text.replaceAll(placeholder, value), json);
  return filled
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as unknown);
}

// The stored page has each payload on one line, so only its words mark the end of a comment.
const comments: readonly RegExp[] = [
  /\/\/ Given the limits .*? (?=\{)/g,
  /\/\/\(or .*?\) (?=")/g,
  /\/\/ Can be used for ordering /g,
  /\/\/ This section contains only .*? is applied\. /g,
  /\/\/ \(OR Contact\) /g,
  /\/\/ This section includes any .*? configuration\. /g,
  /\/\/ if the related item was .*\/\/ \} (?=\} \} \})/g,
];

function placeholders(domain: Domain): [placeholder: string, value: string][] {
  return [
    // AWS's mistake: the placeholder of the account names the Region.
    ['iam::your Amazon Connect AWS Region:', `iam::${domain.accountId}:`],
    ['your Amazon Connect AWS Region', domain.region],
    ['The AWS Region of your Amazon Connect instance', domain.region],
    ['your AWS account ID', domain.accountId],
    ['case domain ID', domain.domainId],
    ['connect instance ID', sampleIds.instance],
    ['connect user ID', sampleIds.user],
    ['role name', 'CasesAgentRole'],
    ['case id that this related item is a sub-resource of', sampleIds.case],
    ['related-item ID', sampleIds.relatedItem],
    ['template ID', sampleIds.template],
    ['case ID', sampleIds.case],
    ['event ID', sampleIds.event],
  ];
}
