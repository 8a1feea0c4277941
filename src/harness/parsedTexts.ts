/** What texts are parsed to, for those who look at what is read of them. */
const answers = new Map<string, (parsed: object) => object>();
let installed: { readonly parse: typeof JSON.parse; readonly before: typeof JSON.parse } | undefined;

/**
 * Does a work, during which whoever parses a text as JSON gets what `answer` makes of the parsed value. All other texts
 * are parsed as ever. Where JSON.parse cannot be replaced nobody is answered: then it is not seen who parses.
 */
export async function whileParsed<Result>(
  text: string,
  answer: (parsed: object) => object,
  work: () => Promise<Result>,
): Promise<Result> {
  answers.set(text, answer);
  install();
  try {
    return await work();
  } finally {
    answers.delete(text);
    if (answers.size === 0) restore();
  }
}

function install(): void {
  const before = JSON.parse;
  if (before === installed?.parse || !Object.getOwnPropertyDescriptor(JSON, 'parse')?.writable) return;
  const parse = function (this: unknown, ...given: Parameters<typeof JSON.parse>): unknown {
    const parsed: unknown = Reflect.apply(before, this, given);
    const answer = typeof parsed === 'object' && parsed !== null ? answers.get(String(given[0])) : undefined;
    return answer === undefined ? parsed : answer(parsed as object);
  };
  installed = { parse, before };
  JSON.parse = parse;
}

/** Gives back what stood there, unless another has replaced it by now: that one may still call ours. */
function restore(): void {
  if (installed !== undefined && JSON.parse === installed.parse) JSON.parse = installed.before;
  installed = undefined;
}
