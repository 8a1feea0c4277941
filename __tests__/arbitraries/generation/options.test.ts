import {
  caseCreated,
  caseUpdated,
  events,
  foreignEvents,
  malformedEvents,
  relatedItemCreated,
} from '../../../arbitraries/index.ts';
import { type Domain, defineDomain } from '../../../model/domain/domain.ts';
import { refusal } from '../../helpers/refusal.ts';

const bare = defineDomain({
  region: 'us-east-1',
  accountId: '111122223333',
  domainId: 'bare',
}) as unknown as Domain;

const reachOfUpdates = 'the entry sizes that these events can have.';

test.each<[string, () => unknown, string]>([
  [
    'an unknown option',
    () => events({ clas: 'edge' } as never),
    'the option name in options is "clas"; allowed: "domain", "dialect", "class", "bytes", "relatedItemType", "customFields", "texts". Did you mean "class"?',
  ],
  [
    'options that are not an object',
    () => events('edge' as never),
    'options is "edge"; allowed: an object with "domain", "dialect", "class", "bytes", "relatedItemType", "customFields", "texts".',
  ],
  [
    'a misspelt class',
    () => events({ class: 'egde' as never }),
    'options.class is "egde"; allowed: "sample", "typical", "sparse", "edge", "open", "limit". Did you mean "edge"?',
  ],
  [
    'the class of foreign events',
    () => events({ class: 'foreign' as never }),
    'options.class is "foreign"; allowed: "sample", "typical", "sparse", "edge", "open", "limit".',
  ],
  [
    'a negative size',
    () => caseUpdated({ bytes: -1 }),
    `options.bytes is -1; allowed: whole numbers from 634 to 1,048,576, ${reachOfUpdates}`,
  ],
  [
    'a fraction of a byte',
    () => caseUpdated({ bytes: 1500.5 }),
    `options.bytes is 1500.5; allowed: whole numbers from 634 to 1,048,576, ${reachOfUpdates}`,
  ],
  [
    'a size that is not a number',
    () => caseUpdated({ bytes: Number.NaN }),
    `options.bytes is NaN; allowed: whole numbers from 634 to 1,048,576, ${reachOfUpdates}`,
  ],
  [
    'a size as text',
    () => caseUpdated({ bytes: '1500' as never }),
    `options.bytes is "1500"; allowed: whole numbers from 634 to 1,048,576, ${reachOfUpdates}`,
  ],
  [
    'a size above the limit of EventBridge',
    () => caseUpdated({ bytes: 1_048_577 }),
    `options.bytes is 1048577; allowed: whole numbers from 634 to 1,048,576, ${reachOfUpdates}`,
  ],
  [
    'a size below the smallest event',
    () => caseUpdated({ bytes: 633 }),
    `options.bytes is 633; allowed: whole numbers from 634 to 1,048,576, ${reachOfUpdates}`,
  ],
  [
    'a largest size below the smallest event',
    () => caseUpdated({ bytes: { max: 5 } }),
    `options.bytes.max is 5; allowed: whole numbers from 634 to 1,048,576, ${reachOfUpdates}`,
  ],
  [
    'a misspelt name for the largest size',
    () => caseUpdated({ bytes: { maximum: 5000 } as never }),
    'the option name in options.bytes is "maximum"; allowed: "max".',
  ],
  [
    'a size that a domain without fields cannot reach',
    () => caseCreated({ domain: bare, bytes: 262_144 }),
    `options.bytes is 262144; allowed: whole numbers from 570 to 2,831, ${reachOfUpdates}`,
  ],
  [
    'a related item type for case events',
    () => caseUpdated({ relatedItemType: 'Comment' }),
    'options.relatedItemType is "Comment"; allowed: nothing for CASE.UPDATED: only related-item events have a related item type.',
  ],
  [
    'a related item type in lower case',
    () => relatedItemCreated({ relatedItemType: 'comment' as never }),
    'options.relatedItemType is "comment"; allowed: "Comment", "Contact", "File", "Sla", "ConnectCase", "Custom". Did you mean "Comment"?',
  ],
  [
    'custom fields of an unknown kind',
    () => events({ customFields: 'frehs' as never }),
    'options.customFields is "frehs"; allowed: "domain", "fresh". Did you mean "fresh"?',
  ],
  [
    'texts of an unknown kind',
    () => events({ texts: 'random' as never }),
    'options.texts is "random"; allowed: "pooled", "fresh".',
  ],
  [
    'fresh fields for events without fields',
    () => caseUpdated({ domain: bare, customFields: 'fresh' }),
    'options.customFields is "fresh"; allowed: "domain", for a domain whose events carry no fields. List a field in includedData.fields.',
  ],
  [
    'an invalid domain',
    () => events({ domain: { region: 'us-east-1' } as never }),
    'accountId is undefined; allowed: the 12 digits of an AWS account.',
  ],
  [
    'a domain that is null',
    () => events({ domain: null as never }),
    'the domain is null; allowed: an object with "region", "accountId", "domainId", "fields", "templates", "includedData".',
  ],
  [
    'a reading that does not exist',
    () => events({ dialect: { performedBy: 'abcent' } as never }),
    'dialect.performedBy is "abcent"; allowed: "present", "absent". Did you mean "absent"?',
  ],
  [
    'a class that the domain makes impossible',
    () => relatedItemCreated({ domain: bare, class: 'limit' }),
    'options.class is "limit"; allowed: classes that these events have: sample, typical, sparse, edge, open. What the domain\'s includedData leaves out appears in no class.',
  ],
  [
    'an unknown option of malformed events',
    () => malformedEvents({ kind: 'x' } as never),
    'the option name in options is "kind"; allowed: "domain", "dialect", "class", "bytes", "relatedItemType", "customFields", "texts".',
  ],
  [
    'an unknown option of foreign events',
    () => foreignEvents({ domian: bare } as never),
    'the option name in options is "domian"; allowed: "domain", "state". Did you mean "domain"?',
  ],
])('the call refuses %s', (_, call, message) => {
  expect(refusal(call)).toBe(message);
});

test('fresh fields are allowed for related items of a domain that includes only content', () => {
  const { region, accountId } = bare;
  const domain = defineDomain({ region, accountId, domainId: 'd', includedData: { relatedItemContent: true } });
  expect(() => relatedItemCreated({ domain: domain as never, customFields: 'fresh' })).not.toThrow();
});
