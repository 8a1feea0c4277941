import type { Json } from '../../../contracts/matchers.ts';
import type { AskedInteraction, Pact } from '../interaction/pact.ts';

/** Several events in a single message, to check one interaction against. */
export interface Batch {
  /** Distinguishes the batch from others in its pact. */
  readonly name: string;
  readonly interaction: AskedInteraction;
  readonly specification: Pact['specification'];
  readonly count: number;
}

/**
 * A pact whose messages are lists: the expectations of an interaction apply to every element. Pact's verifier takes ten to
 * twenty milliseconds per message, but only a third of a millisecond per element.
 */
export function makeBatchPact(batches: readonly Batch[]): string {
  const [first] = batches;
  const specification = first?.specification ?? '4.0';
  return JSON.stringify({
    consumer: { name: 'consumer' },
    provider: { name: 'provider' },
    [specification === '4.0' ? 'interactions' : 'messages']: batches.map((batch) => buildMessage(batch, specification)),
    metadata: { pactSpecification: { version: specification } },
  });
}

function buildMessage({ name, interaction, count }: Batch, specification: Pact['specification']): object {
  const list = Array.from({ length: count }, () => interaction.body as Json);
  const matchingRules = { body: moveToElements(interaction.rules) };
  if (specification === '3.0') {
    return { description: name, contents: list, matchingRules, metaData: { contentType: interaction.contentType } };
  }
  const contents = { content: list, contentType: interaction.contentType, encoded: false };
  return { description: name, type: 'Asynchronous/Messages', contents, matchingRules };
}

/**
 * The rules of a body for each element of a list: one more segment in front of each path, which keeps their precedence.
 */
function moveToElements(rules: AskedInteraction['rules']): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(rules).map(([path, rule]) => [path.startsWith('$') ? `$[*]${path.slice(1)}` : `$[*].${path}`, rule]),
  );
}

/** The index of the element in a path of a list, and the path within it. */
export function splitElementPath(path: string): { readonly index: number | undefined; readonly path: string } {
  const [whole = '', number] = /^\$\[(\d+)\]/.exec(path) ?? [];
  return number === undefined
    ? { index: undefined, path }
    : { index: Number(number), path: `$${path.slice(whole.length)}` };
}
