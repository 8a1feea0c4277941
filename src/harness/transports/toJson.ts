/** Lambda's JSON of an answer, where a Map or a Set is an empty object. Undefined for values that JSON cannot hold. */
export function toJson(answer: unknown): unknown {
  try {
    const text = JSON.stringify(answer) as string | undefined;
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}
