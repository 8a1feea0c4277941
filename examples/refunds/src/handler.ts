import type { CasesDetail, CasesEvent } from './casesDetail';
import { commentOf } from './comment';
import { eventKind } from './eventKind';
import { ReadModel } from './readModel';
import { changeOf, refundCaseOf } from './refundCase';

/** The read model of this process; `REFUNDS_DATABASE` names a file to keep it. */
export const readModel: Promise<ReadModel> = ReadModel.open(process.env.REFUNDS_DATABASE);

/** Takes one event of `aws.cases`: the function in queue.ts calls it for each record. */
export async function handler({ id, detail }: CasesEvent): Promise<void> {
  const kind = eventKind(detail);
  if (kind === 'other') return;
  const model = await readModel;
  model.once(id, () => changes[kind](model, detail));
}

const changes = {
  'case saved': (model: ReadModel, detail: CasesDetail) => model.saveCase(refundCaseOf(detail)),
  'case deleted': (model: ReadModel, detail: CasesDetail) => model.deleteCase(changeOf(detail)),
  'comment saved': (model: ReadModel, detail: CasesDetail) => model.saveComment(commentOf(detail), false),
  'comment deleted': (model: ReadModel, detail: CasesDetail) => model.saveComment(commentOf(detail), true),
};
