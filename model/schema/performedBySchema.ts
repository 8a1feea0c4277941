import * as z from 'zod';
import type { CasesUser, PerformedBy } from '../event/casesEvent.ts';
import { limits } from '../facts/limits.ts';
import { customEntityPattern } from '../values/patterns.ts';
import { allowOneMember, writeAllowed } from './allowed.ts';
import { identifierSchema, textSchema } from './textSchema.ts';

const onlyMember = writeAllowed({
  allowed: 'an object with exactly one of "userArn", "customEntity"',
  fact: 'userUnion',
  ...allowOneMember(['userArn', 'customEntity']),
});

const entityForm = writeAllowed({
  allowed: 'letters, digits, blanks and _-.@:/ without a blank at the end',
  fact: 'userUnion',
});

/**
 * Who made a change: a user or another entity, never both
 * (https://docs.aws.amazon.com/connect/latest/APIReference/API_connect-cases_UserUnion.html, modelled).
 */
const userSchema: z.ZodType<CasesUser> = z.union(
  [
    z.strictObject({ userArn: identifierSchema() }, onlyMember),
    z.strictObject(
      { customEntity: textSchema(1, limits.customEntity, 'userUnion').regex(customEntityPattern, entityForm) },
      onlyMember,
    ),
  ],
  onlyMember,
);

/**
 * Who made a change
 * (https://docs.aws.amazon.com/connect/latest/APIReference/API_connect-cases_AuditEventPerformedBy.html, modelled).
 */
export const performedBySchema: z.ZodType<PerformedBy> = z.looseObject(
  { user: z.exactOptional(userSchema), iamPrincipalArn: identifierSchema('performedBy') },
  writeAllowed({ allowed: 'an object with iamPrincipalArn, and optionally user', fact: 'performedBy' }),
);
