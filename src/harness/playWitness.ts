import { createRequire } from 'node:module';
import { shapeOf } from '../../arbitraries/shape.ts';
import type { Contract } from '../../contracts/contract.ts';
import { defaultDialect } from '../event/dialect.ts';
import { warn } from '../platform/realProcess.ts';
import { applyDifferences } from './differences.ts';
import type { Found, Run } from './run.ts';
import { sampleOf } from './schedule.ts';
import { dropWitness, loadWitness, type Witness } from './witness.ts';

/** Plays the kept witness of a contract, if there is one. It is dropped when it passes, or is no such event any more. */
export async function playWitness(contract: Contract, run: Run): Promise<Found | undefined> {
  const witness = loadWitness(contract);
  if (witness === undefined) return undefined;
  const event = witness === 'unreadable' ? undefined : eventOf(contract, witness);
  if (event === undefined || witness === 'unreadable') {
    warn(`${contract.title}: its witness is no event of this domain any more, and is dropped`);
    dropWitness(contract);
    return undefined;
  }
  const found = await run.witness(witness, event);
  if (found !== undefined) return found;
  dropWitness(contract);
  return undefined;
}

function eventOf(contract: Contract, { itemType, differences, identity }: Witness): object | undefined {
  const { parseCaseEvent } = createRequire(__filename)('./schema.cjs') as {
    parseCaseEvent(value: unknown, options: object): object;
  };
  const { eventType, domain } = contract;
  try {
    const sample = sampleOf({ shape: shapeOf(eventType, itemType, domain, defaultDialect), identity });
    return parseCaseEvent(applyDifferences(sample, differences), { domain });
  } catch {
    return undefined;
  }
}
