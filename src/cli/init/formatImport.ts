import path from 'node:path';
import { quoteLiteral } from '../../../model/values/show/quoteLiteral.ts';

/** How a test imports. */
export interface Style {
  /** Whether it calls `require`. */
  readonly isRequiring: boolean;
  /** The extensions of its own files: none, those of the files, or those of the JavaScript that they become. */
  readonly extensions: 'none' | 'own' | 'output';
}

/** An export, and its name in the test. */
interface Named {
  readonly from: string;
  readonly to: string;
}

/** The line that imports a module: some of its exports, or only its effects. */
export function formatImport({ isRequiring }: Style, specifier: string, names: readonly Named[] = []): string {
  const [first] = names;
  const text = quoteLiteral(specifier);
  if (first === undefined) return isRequiring ? `require(${text});` : `import ${text};`;
  if (first.from === 'default') {
    return isRequiring ? `const ${first.to} = require(${text});` : `import ${first.to} from ${text};`;
  }
  const between = isRequiring ? ': ' : ' as ';
  const list = names.map(({ from, to }) => (from === to ? from : `${from}${between}${to}`)).join(', ');
  return isRequiring ? `const { ${list} } = require(${text});` : `import { ${list} } from ${text};`;
}

/** Whether a file is TypeScript, by its name. */
export function isTypeScript(file: string): boolean {
  return /\.[cm]?tsx?$/.test(file);
}

/** The name under which a test imports a file of the project. */
export function toSpecifier(test: string, file: string, { extensions }: Style): string {
  const relative = path
    .relative(path.dirname(path.resolve(test)), path.resolve(file))
    .split(path.sep)
    .join('/');
  const local = relative.startsWith('.') ? relative : `./${relative}`;
  if (extensions === 'own') return local;
  // Node knows no extension for these, so their names stay whole.
  const output = local.replace(/\.([cm])ts$/, '.$1js').replace(/\.tsx?$/, '.js');
  return extensions === 'output' ? output : output.replace(/\.js$/, '');
}
