import { fieldValueMembers, systemFieldIds } from '../facts/fieldTypes.ts';
import { contentKeys } from '../facts/relatedItemTypes.ts';

/** The names of all event members at any level, and those of the records that carry events. */
export const documentedNames: ReadonlySet<string> = new Set([
  ...['version', 'id', 'detail-type', 'source', 'account', 'time', 'region', 'resources', 'detail', 'replay-name'],
  ...[
    'eventType',
    'approximateChangeTime',
    'changedFieldIds',
    'changedAttributes',
    'performedBy',
    'case',
    'relatedItem',
  ],
  ...['user', 'iamPrincipalArn', 'userArn', 'customEntity'],
  ...['caseId', 'templateId', 'createdDateTime', 'fields', 'relatedItemType', 'relatedItemId'],
  ...Object.values(contentKeys),
  ...['body', 'contentType', 'contactArn', 'channel', 'connectedToSystemTime', 'fileArn'],
  ...['slaConfiguration', 'name', 'type', 'status', 'targetTime', 'completionTime', 'fieldId', 'targetFieldValues'],
  ...['value', ...fieldValueMembers, ...systemFieldIds],
  ...['Records', 'records'],
]);

/** Whether a name reveals nothing personal: AWS documents it, or it has the form of an AWS id. */
export function isImpersonal(name: string): boolean {
  return documentedNames.has(name) || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(name);
}
