/** How often a matcher decides as AWS's engine did, and how often it refuses what AWS refused. */
export function agreement({ compile }, { cases, events }) {
  const decided = cases.filter(({ invalid }) => invalid === undefined);
  const refused = cases.filter(({ invalid }) => invalid !== undefined);
  return {
    decided: decided.filter((one) => answer(compile, one, events[one.event]) === one.match).length,
    ofDecided: decided.length,
    refused: refused.filter((one) => answer(compile, one, events.e1) === 'refused').length,
    ofRefused: refused.length,
  };
}

function answer(compile, { pattern, text }, event) {
  try {
    return compile(pattern ?? parse(text), text)(event);
  } catch {
    return 'refused';
  }
}

/** JSON as an object, as a matcher without its own reader gets it; no JSON stays a text. */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
