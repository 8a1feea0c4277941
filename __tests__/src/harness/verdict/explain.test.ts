import { contractsFor } from '../../../../contracts/contractsFor.ts';
import { explain, type Failed } from '../../../../src/harness/verdict/explain.ts';
import { ignoringAll } from '../../../helpers/ignoringAll.ts';

const [contract] = contractsFor('refunds', { ...ignoringAll, 'CASE.CREATED': ['case.caseId'] });

function failed(count: number, eventClass: Failed['class'] = 'edge'): Failed {
  return {
    contract,
    class: eventClass,
    event: { detail: { eventType: 'CASE.CREATED' } },
    repeated: false,
    failure: { kind: 'late', error: new Error('the batch could not be written') },
    demanded: [],
    differences: Array.from({ length: count }, (_, index) => ({ steps: ['detail', `place${index}`], from: 1, to: 2 })),
    facts: eventClass === 'foreign' ? ['sourceOnlyRule'] : ['size', 'textLength', 'customFields', 'fieldIds'],
    timeout: 1000,
    request: { title: contract.title, handler: 'handler', seed: 7, path: '3' },
    replay: { seed: 1, path: '0' },
    code: 'handler',
    replayOptions: [],
    witness: 'The event is kept in __witnesses__/one.json.',
  };
}

describe('the text of a failure', () => {
  it.each([0, 1, 5, 6, 300])('fits into 25 lines with %d differences', (count) => {
    for (const eventClass of ['edge', 'foreign'] as const)
      expect(explain(failed(count, eventClass)).split('\n').length).toBeLessThanOrEqual(25);
  });

  it('fits into 26 lines with all six sections: what the handler printed and called, too', () => {
    const made = Array.from({ length: 30 }, (_, place) => `send(${place})`);
    const printed = Array.from({ length: 20 }, (_, place) => `line ${place}`);
    for (const count of [1, 5, 300]) {
      const { failure, ...rest } = failed(count);
      const text = explain({ ...rest, failure: { ...failure, made, printed } });
      expect(text.split('\n').length).toBeLessThanOrEqual(26);
      expect(text).toMatch(
        /\nWhat it printed\n {2}\(\d+ before; CASES_LOG=all prints all\)\n(?: {2}line \d+\n)* {2}line 19\n/,
      );
    }
  });

  it('has what AWS states about the call under a title of its own, within 25 lines', () => {
    const text = explain({ ...failed(5), facts: ['size', 'textLength', 'queueRetries'] });
    expect(text.split('\n').length).toBeLessThanOrEqual(25);
    expect(text).toMatch(
      /\nWhy AWS may send this\n {2}an entry has less than .*\n {4}https:.*\n\nWhat AWS states\n {2}messages of a queue .*\n {4}https:.*\n\nReplay\n/,
    );
    expect(explain({ ...failed(0), facts: ['answerSize'] })).not.toContain('Why AWS may send this');
  });

  it('shows up to five differences, or four and the number of the others', () => {
    expect(explain(failed(5))).toContain('  detail.place4: 1 → 2\n\nWhat the handler did');
    expect(explain(failed(6))).toContain('  detail.place3: 1 → 2\n  and 2 more\n\nWhat the handler did');
  });

  it('shows what the rule asks for after all other differences', () => {
    const { differences, ...rest } = failed(2);
    expect(explain({ ...rest, differences, demanded: differences.slice(0, 1) })).toContain(
      '  detail.place1: 1 → 2\n  detail.place0: 1 → 2 (the rule asks for it)\n',
    );
  });

  it('shows more of a foreign event, which has no sample to differ from', () => {
    expect(explain(failed(8, 'foreign'))).toContain('  detail.place7: 2\n\nWhat the handler did');
    expect(explain(failed(9, 'foreign'))).toContain('  detail.place6: 2\n  and 2 more\n');
  });
});
