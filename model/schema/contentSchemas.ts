import * as z from 'zod';
import type {
  CommentContent,
  ConnectCaseContent,
  ContactContent,
  CustomContent,
  FileContent,
  SlaContent,
} from '../event/casesEvent.ts';
import { limits } from '../facts/limits.ts';
import { listKeys, writeAllowed } from './allowed.ts';
import { caseFieldsSchema, fieldListSchema, fieldValueSchema } from './fieldValueSchema.ts';
import { instantSchema } from './instantSchema.ts';
import { identifierSchema, textSchema, wordSchema } from './textSchema.ts';

/** The contents of the six related item types, by type. */
export interface ContentSchemas {
  readonly Comment: z.ZodType<CommentContent>;
  readonly Contact: z.ZodType<ContactContent>;
  readonly File: z.ZodType<FileContent>;
  readonly Sla: z.ZodType<SlaContent>;
  readonly ConnectCase: z.ZodType<ConnectCaseContent>;
  readonly Custom: z.ZodType<CustomContent>;
}

const slaConfiguration = z.looseObject(
  {
    name: textSchema(1, limits.slaName, 'contentMembers'),
    type: wordSchema('contentMembers'),
    status: wordSchema('contentMembers'),
    targetTime: instantSchema('contentMembers'),
    fieldId: z.exactOptional(identifierSchema('contentMembers')),
    targetFieldValues: z.exactOptional(
      z.array(fieldValueSchema, writeAllowed({ allowed: 'a list of field values', fact: 'contentMembers' })),
    ),
    completionTime: z.exactOptional(instantSchema('contentMembers')),
  },
  writeMembers('name, type, status and targetTime'),
);

/**
 * The contents of related items
 * (https://docs.aws.amazon.com/connect/latest/APIReference/API_connect-cases_RelatedItemContent.html, modelled).
 */
export const contentSchemas: ContentSchemas = {
  Comment: z.looseObject(
    {
      body: textSchema(1, limits.commentBody, 'commentBody'),
      contentType: z.exactOptional(wordSchema('contentMembers')),
    },
    writeMembers('body'),
  ),
  Contact: z.looseObject(
    {
      contactArn: identifierSchema('contentMembers'),
      channel: z.exactOptional(textSchema(1, limits.channel, 'contentMembers')),
      connectedToSystemTime: z.exactOptional(instantSchema('contentMembers')),
    },
    writeMembers('contactArn'),
  ),
  File: z.looseObject({ fileArn: identifierSchema('contentMembers') }, writeMembers('fileArn')),
  Sla: z.looseObject({ slaConfiguration }, writeMembers('slaConfiguration')),
  ConnectCase: z.looseObject({ caseId: identifierSchema('contentMembers') }, writeMembers('caseId')),
  Custom: z.looseObject(
    {
      fields: z.union(
        [fieldListSchema, caseFieldsSchema],
        writeAllowed({
          allowed: 'a list of { id, value }, or an object of { value } by field id',
          fact: 'contentMembers',
          branchMeant: (value) => (Array.isArray(value) ? 0 : listKeys(value).length > 0 ? 1 : -1),
        }),
      ),
    },
    writeMembers('fields'),
  ),
};

function writeMembers(members: string): ReturnType<typeof writeAllowed> {
  return writeAllowed({ allowed: `an object with ${members}`, fact: 'contentMembers' });
}
