import type * as z from 'zod';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import type * as byHand from '../../../model/event/casesEvent.ts';
import { makeSample } from '../../../model/event/samples.ts';
import type * as schemas from '../../../model/schema/schema.ts';

type Same<First, Second> = (<T>() => T extends First ? 1 : 2) extends <T>() => T extends Second ? 1 : 2 ? true : false;

// Each line compiles only while the hand-written type equals the schema's type.
const agree: readonly true[] = [
  true satisfies Same<z.infer<typeof schemas.caseCreatedSchema>, byHand.CaseCreatedEvent>,
  true satisfies Same<z.infer<typeof schemas.caseUpdatedSchema>, byHand.CaseUpdatedEvent>,
  true satisfies Same<z.infer<typeof schemas.caseDeletedSchema>, byHand.CaseDeletedEvent>,
  true satisfies Same<z.infer<typeof schemas.relatedItemCreatedSchema>, byHand.RelatedItemCreatedEvent>,
  true satisfies Same<z.infer<typeof schemas.relatedItemUpdatedSchema>, byHand.RelatedItemUpdatedEvent>,
  true satisfies Same<z.infer<typeof schemas.relatedItemDeletedSchema>, byHand.RelatedItemDeletedEvent>,
  true satisfies Same<z.infer<typeof schemas.caseEventSchema>, byHand.CasesEvent>,
];

describe('the types of the events', () => {
  it('are those of the schemas', () => {
    expect(agree).not.toContain(false);
  });

  it('narrow to a case event or a related-item event by the members of the detail', () => {
    const { detail } = makeSample('CASE.UPDATED', exampleDomain);
    expect('case' in detail ? detail.case.caseId : detail.relatedItem.relatedItemId).toMatch(/^[0-9a-f-]{36}$/);
  });
});
