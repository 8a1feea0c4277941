/**
 * A schema of CASE.UPDATED events with `fields` text fields of `characters`, in either version of zod. It is stricter
 * than the product's, so that schema-driven generators can follow it. The product's schema accepts its events, except
 * for ids and times that must agree.
 */
export function strictSchema(z, { fields, characters }, instant = z.string().datetime()) {
  const identifier = z.string().uuid();
  const field = z.object({ value: z.object({ stringValue: z.string().min(characters).max(characters) }) });
  return z.object({
    version: z.literal('0'),
    id: identifier,
    'detail-type': z.literal('Amazon Connect Cases Change'),
    source: z.literal('aws.cases'),
    account: z.literal('111122223333'),
    time: instant,
    region: z.literal('us-east-1'),
    detail: z.object({
      version: z.literal('0'),
      eventType: z.literal('CASE.UPDATED'),
      approximateChangeTime: instant,
      // Two could be equal: some generators often pick the nil UUID.
      changedFieldIds: z.array(identifier).min(1).max(1),
      performedBy: z.object({
        user: z.object({ userArn: z.string().min(60).max(120) }),
        iamPrincipalArn: z.string().min(40).max(80),
      }),
      case: z.object({
        caseId: identifier,
        templateId: identifier,
        createdDateTime: instant,
        fields: z.object(Object.fromEntries(fieldIds(fields).map((id) => [id, field]))),
      }),
    }),
  });
}

/** The ids of a catalogue of fields. */
export function fieldIds(count) {
  return Array.from({ length: count }, (_, index) => `1d4f2c3b-7a60-4e58-9b1c-${index.toString(16).padStart(12, '0')}`);
}
