import { InvalidCaseEventError } from '../../../src/event/invalidCaseEvent.ts';
import { facts } from '../../../src/facts/facts.ts';

const issue = { path: 'id', received: '7', allowed: 'a text', fact: facts.envelopeId };

describe('InvalidCaseEventError', () => {
  it('says of an issue the place, what came, what is allowed, the fact, how sure it is, and the link', () => {
    const error = new InvalidCaseEventError([issue]);
    expect(error.message).toBe(`This is no valid event of Amazon Connect Cases:
- id is 7; allowed: a text
  because EventBridge gives every event an id (documented, ${facts.envelopeId.link})`);
    expect(error).toMatchObject({ name: 'InvalidCaseEventError', issues: [issue] });
  });

  it('shows five issues and counts the others', () => {
    const { message, issues } = new InvalidCaseEventError(Array.from({ length: 8 }, () => issue));
    expect(message.match(/^- /gm)).toHaveLength(5);
    expect(message).toMatch(/\nand 3 more$/);
    expect(issues).toHaveLength(8);
  });
});
