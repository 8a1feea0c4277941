/** The engine's own function: a recording of the handler's reads does not observe it. */
const { parse } = JSON;

/** The value of a text of JSON, or else the text. */
export function parseIfJson(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return text;
  }
}
