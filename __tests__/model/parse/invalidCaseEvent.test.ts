import { facts } from '../../../model/facts/facts.ts';
import { InvalidCaseEventError, toInvalidCaseEvent } from '../../../model/parse/invalidCaseEvent.ts';

const issue = toInvalidCaseEvent({ segments: ['id'], received: '7', allowed: 'a text', fact: facts.envelopeId });
const late = toInvalidCaseEvent({ segments: ['a'], received: '2', allowed: '1', fact: facts.createdBeforeChanged });

describe('InvalidCaseEventError', () => {
  it('states place, received value, allowed values, fact, certainty and link of an issue', () => {
    const error = new InvalidCaseEventError([issue]);
    expect(error.message).toBe(`This is not a valid event of Amazon Connect Cases:
- id is 7; allowed: a text
  because EventBridge gives every event an id (documented, ${facts.envelopeId.link})`);
    expect(error).toMatchObject({ name: 'InvalidCaseEventError', issues: [issue] });
  });

  it('gives a verdict by the certainty of the fact', () => {
    expect([issue, late].map(({ verdict }) => verdict)).toEqual(['wrong', 'documented neither way']);
    expect(new InvalidCaseEventError([issue, late]).message).toBe(`This is not a valid event of Amazon Connect Cases:
- id is 7; allowed: a text
  because EventBridge gives every event an id (documented, ${facts.envelopeId.link})
- a is 2; allowed: 1
  documented neither way: a case or related item is created no later than it changes (inferred, ${facts.source.link})`);
    expect(new InvalidCaseEventError([late]).message).toMatch(
      /^AWS does not document whether this is an event of Amazon Connect Cases:\n- a is 2; allowed: 1\n/,
    );
  });

  it('shows five issues and counts the others', () => {
    const { message, issues } = new InvalidCaseEventError(Array.from({ length: 8 }, () => issue));
    expect(message.match(/^- /gm)).toHaveLength(5);
    expect(message).toMatch(/\nand 3 more$/);
    expect(issues).toHaveLength(8);
  });
});
