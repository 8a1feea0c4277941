import * as z from 'zod';
import type { CasesEnvelope } from '../event/casesEvent.ts';
import { limits } from '../facts/limits.ts';
import {
  accountPattern,
  caseArnPattern,
  domainArnPattern,
  ofPartitionAwsPattern,
  regionPattern,
} from '../values/patterns.ts';
import { writeAllowed } from './allowed.ts';
import { instantSchema } from './instantSchema.ts';
import { patternSchema, wordSchema } from './textSchema.ts';

/** The detail-types of case events: today's and that of 2022. */
export const detailTypes = ['Amazon Connect Cases Change', 'Amazon Connect Cases Event'] as const;

/** The source of case events. */
export const casesSource = 'aws.cases';

const resources = z.tuple(
  [
    arnSchema(domainArnPattern, 'the ARN of a Cases domain, "arn:aws:cases:<Region>:<account>:domain/<id>"'),
    arnSchema(
      caseArnPattern,
      'the ARN of a case or related item, "arn:aws:cases:<Region>:<account>:domain/<id>/case/…"',
    ),
  ],
  writeAllowed({ allowed: 'two ARNs: the domain, then the case or related item', fact: 'resources' }),
);

function arnSchema(pattern: RegExp, allowed: string): z.ZodString {
  const length = writeAllowed({ allowed: `an ARN of at most ${limits.identifier} characters`, fact: 'identifier' });
  return patternSchema(pattern, allowed, 'resources').max(limits.identifier, length);
}

/**
 * An EventBridge event of Cases around a detail
 * (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html, documented).
 */
export function envelopeSchema<Detail>(detail: z.ZodType<Detail>): z.ZodType<CasesEnvelope<Detail>> {
  // Accepts the form of 2022 too: whoever asks for it knows that its detail-type differs.
  return z.looseObject(
    {
      version: wordSchema('envelope'),
      id: z.string(writeAllowed({ allowed: 'a text', fact: 'envelopeId' })),
      'detail-type': z.literal(
        [...detailTypes],
        writeAllowed({ allowed: `"${detailTypes[0]}" (in 2022 "${detailTypes[1]}")`, fact: 'source' }),
      ),
      source: z.literal(casesSource, writeAllowed({ allowed: `"${casesSource}"`, fact: 'source' })),
      account: patternSchema(accountPattern, 'the 12 digits of an AWS account', 'envelope'),
      time: instantSchema('envelope'),
      region: patternSchema(regionPattern, 'an AWS Region such as "us-east-1"', 'envelope').regex(
        ofPartitionAwsPattern,
        writeAllowed({ allowed: 'a Region of the partition aws', fact: 'partition' }),
      ),
      resources,
      detail,
    },
    writeAllowed({ allowed: 'an EventBridge event', fact: 'envelope' }),
  ) as z.ZodType<unknown> as z.ZodType<CasesEnvelope<Detail>>;
}
