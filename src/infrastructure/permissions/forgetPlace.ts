import type { Infrastructure } from '../model/infrastructure.ts';

/**
 * What a template says if its account or its Region is only assumed: a permission that names another may be right.
 * @param names the pseudo parameters that are assumed
 */
export function forgetPlace(infrastructure: Infrastructure, names: readonly string[]): Infrastructure {
  const forget = (text: string): string => {
    if (!text.startsWith('arn:')) return text;
    const parts = text.split(/:(?![^{]*\})/);
    for (const [place, name] of places) if (names.includes(name)) parts[place] = `\${${name}}`;
    return parts.join(':');
  };
  return { ...infrastructure, texts: new Map([...infrastructure.texts].map(([name, text]) => [name, forget(text)])) };
}

/** The parts of an ARN with the Region and the account. */
const places = [
  [3, 'AWS::Region'],
  [4, 'AWS::AccountId'],
] as const;
