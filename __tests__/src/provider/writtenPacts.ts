import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parsePact } from '../../../src/provider/interaction/pact.ts';
import type { PactFile } from '../../../src/provider/interaction/readPactFiles.ts';
import { temporaryDirectory } from '../../helpers/temporaryDirectory.ts';

/** An interaction in a test's notation; rules are those of Pact, without `combine`. */
export interface Demanded {
  readonly description: string;
  readonly content?: unknown;
  readonly rules?: Readonly<Record<string, readonly object[]>>;
  readonly states?: readonly { readonly name: string; readonly params?: object }[];
  readonly pending?: boolean;
}

/** The text of a pact in specification V4. */
function pactText(consumer: string, interactions: readonly Demanded[]): string {
  return JSON.stringify({
    consumer: { name: consumer },
    provider: { name: 'aws.cases' },
    interactions: interactions.map(({ description, content, rules = {}, states = [], pending = false }) => ({
      type: 'Asynchronous/Messages',
      description,
      pending,
      providerStates: states,
      contents: { content, contentType: 'application/json', encoded: false },
      matchingRules: {
        body: Object.fromEntries(
          Object.entries(rules).map(([place, matchers]) => [place, { combine: 'AND', matchers }]),
        ),
      },
    })),
    metadata: { pactSpecification: { version: '4.0' } },
  });
}

/** Writes pacts to their own files, for the tests of a file, and removes them after the tests. */
export function writtenPacts(): (consumer: string, interactions: readonly Demanded[]) => PactFile {
  const dir = temporaryDirectory();
  return (consumer, interactions) => {
    const address = path.join(dir, `${consumer}-aws.cases.json`);
    const text = pactText(consumer, interactions);
    writeFileSync(address, text);
    return { address, pact: parsePact(`${consumer}-aws.cases.json`, text), text };
  };
}

/** Matches every place by the type in the example, unless another rule says more. */
export const byType = { $: [{ match: 'type' }] };
