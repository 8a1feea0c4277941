import { WaitingBudget } from '../../../../src/broker/client/waitingBudget.ts';

test('failures use the time up, and answers do not', async () => {
  let now = 0;
  const clock = jest.spyOn(performance, 'now').mockImplementation(() => now);
  const budget = new WaitingBudget(25);
  const given: number[] = [];
  const stalled = (patience: number): Promise<never> => {
    given.push(patience);
    now += patience;
    return Promise.reject(new Error('no answer'));
  };
  const answered = async (): Promise<void> => {
    now += 100;
  };
  await budget.ask(answered, 10);
  for (const _ of 'abc') await expect(budget.ask(stalled, 10)).rejects.toThrow('no answer');
  clock.mockRestore();
  expect(given).toEqual([10, 10, 5]);
  expect(budget.spent).toBe(true);
});
