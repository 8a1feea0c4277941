import { contractSpace } from '../../../../contracts/contractSpace.ts';
import { contractsFor } from '../../../../contracts/contractsFor.ts';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import { eventPattern } from '../../../../model/rule/eventPattern.ts';
import { verify } from '../../../../src/harness/verify.ts';
import { rules } from '../../../arbitraries/admission/rules.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../../helpers/ignoringAll.ts';

inEmptyDirectories();

// Rows without reads: also the readings that a rule does not fit are then played, and nothing is refused before.
test.each(Object.entries(rules))(
  'a rule with %s: a handler gets delivered events only, in every reading',
  async (_, pattern) => {
    const { matches } = eventPattern(pattern);
    const contracts = contractsFor('refunds', ignoringAll, { domain: exampleDomain, rule: pattern });
    let got = 0;
    const refused: unknown[] = [];
    const handler = (event: object): void => {
      got++;
      if (!matches(event)) refused.push(event);
    };
    const delivered = contracts.filter((contract) => !contractSpace(contract).isEmpty);
    for (const contract of [delivered[0], delivered.at(-1)]) {
      if (contract !== undefined) await verify(contract, handler, { runs: 5 });
    }
    expect(refused).toEqual([]);
    expect(got).toBeGreaterThan(20);
  },
);
