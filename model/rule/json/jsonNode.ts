/** A place in a pattern: the names and indices from its root. */
export type Place = readonly (string | number)[];

/** A member of an object in JSON. One name may occur twice. */
export interface JsonMember {
  readonly name: string;
  readonly value: JsonNode;
}

/** JSON as it is written. A number keeps its digits, because AWS compares them before it rounds. */
export type JsonNode =
  | { readonly kind: 'object'; readonly members: readonly JsonMember[] }
  | { readonly kind: 'list'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'word'; readonly value: boolean | null };

/** An object as it is written. */
export type ObjectNode = Extract<JsonNode, { kind: 'object' }>;

/** The JSON text of a node, without blanks. */
export function writeNode(node: JsonNode): string {
  switch (node.kind) {
    case 'object':
      return `{${node.members.map(({ name, value }) => `${JSON.stringify(name)}:${writeNode(value)}`).join()}}`;
    case 'list':
      return `[${node.items.map(writeNode).join()}]`;
    case 'string':
      return JSON.stringify(node.text);
    case 'number':
      return node.text;
    default:
      return String(node.value);
  }
}
