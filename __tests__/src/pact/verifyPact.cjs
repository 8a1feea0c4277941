// Pact's own verifier, in a process of its own: its report goes to standard output whatever one does.
// Standard input: { pact: file, messages: { description: event } }; exit code 0 when every interaction passes.
process.env.PACT_DO_NOT_TRACK = 'true';
const { readFileSync } = require('node:fs');
const { MessageProviderPact } = require('@pact-foundation/pact');

const { pact, messages } = JSON.parse(readFileSync(0, 'utf8'));
const messageProviders = Object.fromEntries(Object.entries(messages).map(([name, event]) => [name, async () => event]));
const { interactions } = JSON.parse(readFileSync(pact, 'utf8'));
const names = interactions.flatMap(({ providerStates = [] }) => providerStates.map(({ name }) => name));
const stateHandlers = Object.fromEntries(names.map((name) => [name, async () => undefined]));
new MessageProviderPact({ provider: 'aws.cases', pactUrls: [pact], messageProviders, stateHandlers, logLevel: 'error' })
  .verify()
  .then(
    () => process.exit(0),
    () => process.exit(1),
  );
