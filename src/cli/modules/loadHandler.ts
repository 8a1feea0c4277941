import { InvalidArgumentError, listWords, requireOneOf } from '../../../model/values/invalidArgument.ts';
import { type Loader, loadModule } from './loadModule.ts';

/** A handler, its file, and the name under which the file exports it. */
export interface LoadedHandler {
  readonly file: string;
  readonly exportName: string;
  readonly handler: unknown;
}

/** The export that Lambda calls in most projects, and the one that stands for a module. */
const usual = ['handler', 'default'];

/** The file of a handler that is named as `FILE#EXPORT`, and the export if there is one. */
export function splitHandlerName(named: string): { readonly file: string; readonly wanted: string | undefined } {
  const [, file = '', wanted] = /^(.+?)(?:#([^#/\\]*))?$/s.exec(named) ?? [];
  return { file, wanted };
}

/**
 * Loads a handler, named as `FILE#EXPORT`. Without an export it is `handler`, the default export, or the only function.
 * @throws InvalidArgumentError if the file does not load, or has no such function
 */
export async function loadHandler(argument: string, named: string, loader: Loader): Promise<LoadedHandler> {
  const { file, wanted } = splitHandlerName(named);
  if (file === '' || wanted === '') {
    throw new InvalidArgumentError({
      argument,
      received: named,
      allowed: 'a file and the function that it exports, such as "src/handler.ts#handler"',
    });
  }
  const exported = listExports(await loadModule(argument, file, loader));
  const names = Object.keys(exported);
  const functions = names.filter((name) => typeof exported[name] === 'function');
  if (wanted !== undefined) {
    if (names.length > 0) requireOneOf(`the export of ${argument}`, wanted, names);
    else throw refuse(argument, named, 'It exports nothing');
    return { file, exportName: wanted, handler: exported[wanted] };
  }
  const found = usual.find((name) => functions.includes(name)) ?? (functions.length === 1 ? functions[0] : undefined);
  if (found !== undefined) return { file, exportName: found, handler: exported[found] };
  const what = functions.length === 0 ? 'It exports no function' : `It exports ${listWords(functions)}`;
  throw refuse(argument, named, what);
}

function refuse(argument: string, received: string, because: string): InvalidArgumentError {
  return new InvalidArgumentError({
    argument,
    received,
    allowed:
      'a module that exports the function that Lambda calls, and its name after "#", as in "src/handler.ts#handler"',
    because,
  });
}

/** The exports of a module. Of CommonJS the loader may provide only `module.exports`, as default. */
function listExports(loaded: unknown): Readonly<Record<string, unknown>> {
  const { default: whole, 'module.exports': _, __esModule: __, ...named } = loaded as Record<string, unknown>;
  const isModule = typeof whole === 'object' && whole !== null && Object.keys(named).length === 0;
  if (isModule) return whole as Record<string, unknown>;
  return whole === undefined ? named : { ...named, default: whole };
}
