import type { CollectionTag, ScalarTag, Tags } from 'yaml';
import { createRealRequire } from '../../../model/platform/realProcess.ts';

type Yaml = typeof import('yaml');
type Mistake = import('yaml').YAMLParseError;

/** Tags of YAML 1.1 that CloudFormation does not take: an unquoted date is a text. */
const UNTAKEN = /:(binary|omap|pairs|set|timestamp)$/;

/**
 * The value of a text of YAML, as CloudFormation reads it (version 1.1). A short tag such as `!Sub` becomes the function
 * that it stands for.
 * @throws Error with line and column of the mistake
 */
export function parseYaml(text: string): unknown {
  // Loaded here, because most templates are JSON; Node's own require keeps it for all test files of a worker.
  const yaml = createRealRequire(__filename)('yaml') as Yaml;
  const document = yaml.parseDocument(text, {
    version: '1.1',
    merge: true,
    logLevel: 'silent',
    customTags: (tags) => tags.flatMap((tag): Tags => (typeof tag === 'string' ? [tag] : adaptTag(tag))),
  });
  const [mistake] = document.errors;
  if (mistake !== undefined) throw new Error(describeMistake(mistake, text));
  yaml.visit(document, {
    // A resource may be called Off, or 1.
    Pair: (_, { key }) => {
      if (yaml.isScalar(key) && ['boolean', 'number'].includes(typeof key.value)) key.value = key.source;
    },
    Value: (_, node) => {
      const name = getLongName(node.tag);
      if (name === undefined) return undefined;
      delete node.tag;
      const call = new yaml.YAMLMap();
      call.items.push(new yaml.Pair(name, node));
      return call;
    },
  });
  const value: unknown = document.toJS();
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}

/** A mistake with its line, and the text of the line. */
function describeMistake({ message, linePos: [{ line }] = [{ line: 0, col: 0 }] }: Mistake, text: string): string {
  const what = message.split('\n')[0]?.replace(/:$/, '');
  const shown = text.split('\n')[line - 1]?.trim() ?? '';
  return shown === '' ? `${what}` : `${what}: ${JSON.stringify(shown)}`;
}

/** `y` and `n` are texts, as in the parsers of AWS. */
function adaptTag(tag: CollectionTag | ScalarTag): (CollectionTag | ScalarTag)[] {
  if (UNTAKEN.test(tag.tag)) return [];
  if (!('test' in tag) || tag.test === undefined || !tag.tag.endsWith(':bool')) return [tag];
  return [{ ...tag, test: new RegExp(tag.test.source.replace(/[Yy]\|[Yy]\||[Nn]\|[Nn]\|/, '')) }];
}

/** The function for a short tag: `Fn::GetAtt` for `!GetAtt`. */
function getLongName(tag: string | undefined): string | undefined {
  const name = /^!(\w+)$/.exec(tag ?? '')?.[1];
  return name === undefined || ['Ref', 'Condition'].includes(name) ? name : `Fn::${name}`;
}
