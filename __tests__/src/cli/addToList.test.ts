import { Command } from 'commander';
import { addToList } from '../../../src/cli/addToList.ts';

test('an option that is given several times has all values, in their order', () => {
  const command = new Command().option('--tag <tag>', 'a tag', addToList, []);
  expect(command.parse(['--tag', 'b', '--tag', 'a'], { from: 'user' }).opts()).toEqual({ tag: ['b', 'a'] });
  expect(new Command().option('--tag <tag>', 'a tag', addToList, []).parse([], { from: 'user' }).opts()).toEqual({
    tag: [],
  });
});
