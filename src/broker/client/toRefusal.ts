import type { BrokerAccess } from './brokerAccess.ts';
import { cutText } from './cutText.ts';
import { Refusal } from './refusal.ts';

/** A refusal by the broker, in its own words if ours would be no clearer. */
export function toRefusal(answer: string, { url }: Pick<BrokerAccess, 'url'>): Refusal {
  const text = cutText(answer);
  const [, environment] = /nvironment (?:with name )?'?([^'\n]+?)'? does not exist/.exec(text) ?? [];
  if (environment !== undefined) {
    return new Refusal([
      `The broker at ${url} has no environment "${environment}". Create it (npx pact broker create-environment --name ${environment} --display-name ${environment}), or name one of those of npx pact broker list-environments.`,
    ]);
  }
  const [, pacticipant] = /Pacticipant (.+) not found/.exec(text) ?? [];
  if (pacticipant !== undefined) {
    return new Refusal([
      `The broker at ${url} knows no pacticipant "${pacticipant}". Publish a pact of it first, or check --pacticipant.`,
    ]);
  }
  return new Refusal([`The broker at ${url} refused the request. It said:\n${text.replaceAll('❌ ', '')}`]);
}
