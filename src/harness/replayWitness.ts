import type { EventSpace } from '../../arbitraries/space/eventSpace.ts';
import type { Contract } from '../../contracts/contract.ts';
import { contractSpace, findPlayedDialect } from '../../contracts/contractSpace.ts';
import { loadParser } from '../../model/parse/loadParser.ts';
import { copyPlainly } from '../../model/values/copyPlainly.ts';
import { applyDifferences, listDifferences } from '../../model/values/differences.ts';
import { valueAt } from '../../model/values/eventPath.ts';
import { type Identity, listIds } from '../../model/values/identity.ts';
import type { HandlerName } from '../pact/attempt.ts';
import type { Counterexample } from './run/counterexample.ts';
import type { Run } from './run/run.ts';
import type { Witness } from './run/witness.ts';
import { eventWitness } from './witness/eventWitness.ts';
import { replayKept } from './witness/replayKept.ts';

/**
 * Plays the saved witness of a contract and a handler, if there is one. It removes a witness that passes, or that is not
 * valid any more.
 */
export function replayWitness(contract: Contract, handler: HandlerName, run: Run): Promise<Counterexample | undefined> {
  return replayKept(contract, handler, eventWitness, (witness) => {
    const event = rebuildEvent(contract, witness, run);
    if (event === undefined) return 'its witness is no longer an event of this domain';
    if (!isDelivered(contract, event)) return 'its rule no longer delivers its witness';
    return () =>
      run.playWitness(witness, () => {
        const other = rebuildEvent(contract, witness, run) ?? event;
        return isDelivered(contract, other) ? other : (copyPlainly(event) as object);
      });
  });
}

function isDelivered({ rule }: Contract, event: object): boolean {
  return rule?.matches(event) !== false;
}

/** The event of a witness. It gets ids and instants before all others: a fixed case may have its original ones. */
function rebuildEvent(contract: Contract, { itemType, differences, identity }: Witness, run: Run): object | undefined {
  const parse = loadParser();
  const { eventType, domain } = contract;
  const dialect = findPlayedDialect(contract);
  const itemTypes = itemType === undefined ? [] : [itemType];
  try {
    // Without the rule: the differences of a witness are those from the sample.
    const space = contractSpace({ eventType, itemTypes, domain }, dialect);
    const event = applyDifferences(buildSample(space, identity), differences);
    const moved = identity === undefined ? event : withIdentity(event, space, identity, run.identities.early());
    return parse(moved, { domain, dialect });
  } catch {
    return undefined;
  }
}

/** An event with the ids and instants of another identity instead of its own. */
function withIdentity(event: object, space: EventSpace, from: Identity, to: Identity): object {
  const [own, other] = [from, to].map((identity) => buildSample(space, identity)) as [object, object];
  const ids = listIds(to);
  const renamed = listIds(from).reduce(
    (text, id, place) => text.replaceAll(id, ids[place] as string),
    JSON.stringify([event, own]),
  );
  const [moved, sample] = JSON.parse(renamed) as [object, object];
  // The other differences are instants and the reference number.
  return applyDifferences(
    moved,
    listDifferences(sample, other).filter(({ steps: segments, from }) => valueAt(moved, segments) === from),
  );
}

function buildSample(space: EventSpace, identity: Identity | undefined): object {
  const sample = space.sample();
  return (identity === undefined ? sample : sample.withIdentity(identity)).event();
}
