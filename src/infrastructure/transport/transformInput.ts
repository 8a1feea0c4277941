import { valueAt } from '../../../model/values/eventPath.ts';
import { InvalidArgumentError, listWords } from '../../../model/values/invalidArgument.ts';

/** Where the variables of an input template come from. */
export interface Transformer {
  /** The variables of `InputPathsMap`, as segments of their paths. */
  readonly paths: ReadonlyMap<string, readonly string[]>;
  readonly template: string;
  readonly ruleName: string;
}

/** A variable of a template, or a piece of text before, between or after them. */
export type Piece = { readonly text: string } | { readonly name: string; readonly isQuoted: boolean };

/**
 * The text of an `InputTransformer`. A variable stands for the JSON of its value, within quotes for its text. A path
 * that is missing leaves its variable empty. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 * (documented)
 * @throws InvalidArgumentError for a variable that neither AWS nor the template defines
 */
export function transformInput(transformer: Transformer, where: string): (event: object) => string {
  const pieces = splitTemplate(transformer.template);
  const known = [...transformer.paths.keys(), ...Object.keys(reserved)];
  for (const piece of pieces) {
    if ('text' in piece || known.includes(piece.name)) continue;
    throw new InvalidArgumentError({
      argument: where,
      received: transformer.template,
      shown: `a template with <${piece.name}>`,
      allowed: `the variables of InputPathsMap and of AWS: ${listWords(known)}`,
    });
  }
  return (event) => pieces.map((piece) => ('text' in piece ? piece.text : write(piece, event, transformer))).join('');
}

/** The pieces of a template, in their order. */
export function splitTemplate(template: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let isQuoted = false;
  for (const text of template.split(/(<[\w.-]+>)/)) {
    const name = /^<([\w.-]+)>$/.exec(text)?.[1];
    pieces.push(name === undefined ? { text } : { name, isQuoted });
    if (name === undefined) isQuoted = isQuoted !== (text.replace(/\\./g, '').split('"').length % 2 === 0);
  }
  return pieces;
}

function write({ name, isQuoted }: Extract<Piece, { name: string }>, event: object, transformer: Transformer): string {
  const value = transformer.paths.has(name)
    ? valueAt(event, transformer.paths.get(name) as readonly string[])
    : reserved[name]?.(event as Event, transformer);
  if (value === undefined) return '';
  const json = JSON.stringify(value);
  if (!isQuoted) return json;
  return typeof value === 'string' ? json.slice(1, -1) : JSON.stringify(json).slice(1, -1);
}

interface Event {
  readonly account: string;
  readonly region: string;
  readonly time: string;
  readonly detail?: unknown;
}

/** The variables that AWS defines. */
const reserved: Readonly<Record<string, (event: Event, transformer: Transformer) => unknown>> = {
  'aws.events.rule-arn': ({ account, region }, { ruleName }) => `arn:aws:events:${region}:${account}:rule/${ruleName}`,
  'aws.events.rule-name': (_, { ruleName }) => ruleName,
  'aws.events.event.ingestion-time': ({ time }) => time,
  'aws.events.event': ({ detail: _, ...envelope }) => envelope,
  'aws.events.event.json': (event) => event,
};
