import type { Watching } from 'connect-cases-contracts';
import { readModel } from '../src/handler';

/** Empties the read model. */
export async function reset(): Promise<void> {
  (await readModel).clear();
}

/** Shows what the handler changes in the read model. */
export async function watchChanges({ watch }: Watching): Promise<void> {
  const model = await readModel;
  model.saveCase = watch(model.saveCase);
  model.deleteCase = watch(model.deleteCase);
  model.saveComment = watch(model.saveComment);
}
