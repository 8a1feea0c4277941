/** What Lambda makes of an answer: a Map or a Set is an empty object there. Undefined for what is no JSON. */
export function asJson(answer: unknown): unknown {
  try {
    const text = JSON.stringify(answer) as string | undefined;
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}
