import * as z from 'zod';
import type { CaseDetail, CaseEvent } from '../event/casesEvent.ts';
import type { CaseEventType } from '../facts/eventTypes.ts';
import { writeAllowed } from './allowed.ts';
import { envelopeSchema } from './envelopeSchema.ts';
import { caseFieldsSchema } from './fieldValueSchema.ts';
import { instantSchema } from './instantSchema.ts';
import { performedBySchema } from './performedBySchema.ts';
import { identifierSchema, wordSchema } from './textSchema.ts';

const changedFieldIds = z.array(
  identifierSchema('fieldIds'),
  writeAllowed({ allowed: 'a list of field ids', fact: 'changedFieldIds' }),
);

const members = {
  caseId: identifierSchema('caseObject'),
  templateId: identifierSchema('caseObject'),
  createdDateTime: instantSchema('caseObject'),
  fields: z.exactOptional(caseFieldsSchema),
};

const aCase = writeAllowed({ allowed: 'an object with caseId, templateId and createdDateTime', fact: 'caseObject' });

const wholeCase: z.ZodType<CaseDetail> = z.looseObject(members, aCase);

/** A deleted case may have only its id left. */
const deletedCase: z.ZodType<CaseDetail> = z.looseObject(
  {
    ...members,
    templateId: z.exactOptional(members.templateId),
    createdDateTime: z.exactOptional(members.createdDateTime),
  },
  aCase,
);

/** The schema of one type of case events. */
export function makeCaseEventSchema<Type extends CaseEventType>(type: Type): z.ZodType<CaseEvent<Type>> {
  const detail = z.looseObject(
    {
      version: wordSchema('envelope'),
      eventType: z.literal(type, writeAllowed({ allowed: `"${type}"`, fact: 'eventTypes' })),
      approximateChangeTime: instantSchema('approximateChangeTime'),
      // It is an open question whether an event always lists its changes.
      changedFieldIds: z.exactOptional(changedFieldIds),
      performedBy: z.exactOptional(performedBySchema),
      case: type === 'CASE.DELETED' ? deletedCase : wholeCase,
    },
    writeAllowed({ allowed: 'an object with eventType, approximateChangeTime and case', fact: 'caseObject' }),
  );
  return envelopeSchema(detail);
}
