import type { Contract } from '../../../contracts/contract.ts';
import type { HandlerName } from '../../pact/attempt.ts';
import type { Handler } from '../lambda/runHandler.ts';
import { describeHandler, runUnderName } from '../run/handlerName.ts';
import { type Choice, chooseReplay, renameOption } from './chooseReplay.ts';
import { nameDeliveries } from './nameDeliveries.ts';

/** A call of `verify` or `verifyDelivery`: its title, and the table and consumer that it belongs to. */
interface Played extends Pick<Contract, 'consumer' | 'table' | 'title'> {
  /** Whether a text is a path of such calls. */
  readonly isPath: (text: string) => boolean;
}

/** Plays a call under the name of its handler, or what `CASES_REPLAY` asks of it. */
export function runChosen(
  { isPath, ...called }: Played,
  handler: Handler,
  play: (name: HandlerName, choice: Exclude<Choice, 'pass by'>) => Promise<void>,
): Promise<void> {
  const { consumer, table, title } = called;
  return runUnderName({ table, title }, handler, async (name) => {
    const titles = [...table.rows.map((row) => row.title), nameDeliveries({ consumer })];
    const choice = chooseReplay({ consumer, title, titles, handler: describeHandler(name), isPath });
    if (choice === 'pass by') return;
    try {
      await play(name, choice);
    } catch (error) {
      throw renameOption(error, choice);
    }
  });
}
