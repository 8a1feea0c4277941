import type { Json } from '../../../contracts/matchers.ts';
import type { AskedInteraction, Pact } from '../interaction/pact.ts';

/** Many events that one interaction is held against in a single message. */
export interface Batch {
  /** Tells the batch from the others of its pact. */
  readonly name: string;
  readonly interaction: AskedInteraction;
  readonly specification: Pact['specification'];
  readonly count: number;
}

/**
 * A pact whose messages are lists: what an interaction demands of its body, each demands of every element. One message
 * costs Pact's verifier ten to twenty milliseconds, whatever is in it, and an element of one a third of a millisecond.
 */
export function batchPact(batches: readonly Batch[]): string {
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
  const matchingRules = { body: ofElements(interaction.rules) };
  if (specification === '3.0') {
    return { description: name, contents: list, matchingRules, metaData: { contentType: interaction.contentType } };
  }
  const contents = { content: list, contentType: interaction.contentType, encoded: false };
  return { description: name, type: 'Asynchronous/Messages', contents, matchingRules };
}

/** The rules of a body for each element of a list: one step more before each path, which leaves their ranks as they are. */
function ofElements(rules: AskedInteraction['rules']): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(rules).map(([path, rule]) => [path.startsWith('$') ? `$[*]${path.slice(1)}` : `$[*].${path}`, rule]),
  );
}

/** The number of the element that a path of a list is about, and the path within it. */
export function splitElementPath(path: string): { readonly index: number | undefined; readonly path: string } {
  const [whole = '', number] = /^\$\[(\d+)\]/.exec(path) ?? [];
  return number === undefined
    ? { index: undefined, path }
    : { index: Number(number), path: `$${path.slice(whole.length)}` };
}
