// Every test of this file fails on purpose, and suiteCell.mjs checks its message.
import { verify } from 'connect-cases-contracts';
import { contracts } from './contracts';
import { test } from './runner';

const [, updated] = contracts;

/** The members that the handlers below expect. */
interface Detail {
  performedBy: { user: { userArn: string } };
  changedFieldIds?: string[];
}

function fault(title: string, handler: (event: { detail: Detail }) => unknown) {
  test(title, () => verify(updated, handler, { dir: 'faults', timeout: 200 }));
}

fault('throws', async ({ detail }) => detail.performedBy.user.userArn);
fault('rejects late', ({ detail }) => {
  void Promise.resolve(detail.performedBy.user).then((user) => user.userArn);
});
fault('hangs', ({ detail }) => (detail.performedBy.user === undefined ? new Promise(() => {}) : undefined));
fault('changes the event', ({ detail }) => {
  delete detail.changedFieldIds;
});
