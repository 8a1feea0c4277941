import { relatedItemTypes } from '../../../model/facts/relatedItemTypes.ts';
import { contentSchemas } from '../../../model/schema/contentSchemas.ts';

const instant = '2022-03-16T23:16:57.893Z';
const slaConfiguration = { name: 'n', type: 'CaseField', status: 'Active', targetTime: instant };
const value = { booleanValue: true };

const contents: Record<keyof typeof contentSchemas, readonly [good: object[], bad: object[]]> = {
  Comment: [
    [{ body: 'b' }, { body: 'b', contentType: 'Text/Plain' }, { body: 'b', extra: 1 }],
    [{}, { body: '' }, { commentText: 'b' }],
  ],
  Contact: [
    [{ contactArn: 'a' }, { contactArn: 'a', channel: 'SMS', connectedToSystemTime: instant }],
    [{ channel: 'VOICE' }, { contactArn: 'a', channel: '' }, { contactArn: 'a', connectedToSystemTime: 'now' }],
  ],
  File: [[{ fileArn: 'a' }], [{}, { fileArn: 'x'.repeat(501) }]],
  Sla: [
    [
      { slaConfiguration },
      {
        slaConfiguration: {
          ...slaConfiguration,
          status: 'Paused',
          targetFieldValues: [value],
          completionTime: instant,
        },
      },
    ],
    [{}, slaConfiguration, { slaConfiguration: { ...slaConfiguration, targetFieldValues: [{}] } }],
  ],
  ConnectCase: [[{ caseId: 'c' }], [{ caseId: '' }]],
  Custom: [
    [{ fields: [{ id: 'a', value }] }, { fields: { a: { value } } }],
    [{}, { fields: 'a' }, { fields: [{ id: 'a', value: {} }] }, { fields: { a: value } }],
  ],
};

describe('contentSchemas', () => {
  it.each(relatedItemTypes)('know the content of %s', (type) => {
    const [good, bad] = contents[type];
    for (const content of good)
      expect(contentSchemas[type].safeParse(content)).toEqual({ success: true, data: content });
    for (const content of bad) expect(contentSchemas[type].safeParse(content).success).toBe(false);
  });
});
