import { type Domain, requireDomain } from '../../../model/domain/domain.ts';
import { InvalidArgumentError, listWords, rephrase, show } from '../../../model/values/invalidArgument.ts';
import { isJson, type Loader, loadModule } from './loadModule.ts';

/** A domain, and the name under which a module exports it; undefined for JSON. */
export interface LoadedDomain {
  readonly domain: Domain;
  readonly exportName: string | undefined;
}

/**
 * Loads the domain of a file: JSON, or a TypeScript or JavaScript module that exports it as `domain`, as default, or as
 * its only export.
 * @throws InvalidArgumentError if the file does not load, or is no domain
 */
export async function loadDomain(argument: string, file: string): Promise<Domain> {
  return (await loadExportedDomain(argument, file)).domain;
}

/**
 * Loads the domain of a file, and tells its export.
 * @throws InvalidArgumentError if the file does not load, or is no domain
 */
export async function loadExportedDomain(argument: string, file: string, loader?: Loader): Promise<LoadedDomain> {
  const { name, value } = chooseExport(argument, file, await loadModule(argument, file, loader));
  try {
    return { domain: requireDomain(value), exportName: name };
  } catch (error) {
    const where = name === undefined ? 'the file' : `export ${name}`;
    // A member of the error says what is wrong and what is allowed.
    (error as Error).message =
      `${argument} is ${show(file)}, and holds no domain: in ${where}, ${describeFault(error as Error)}`;
    throw error;
  }
}

/** What is wrong with a member of the domain: in a file, an undefined one is missing. */
function describeFault(error: Error): string {
  const isMissing = error instanceof InvalidArgumentError && error.received === undefined;
  return isMissing ? rephrase(error, { shown: 'missing' }).message : error.message;
}

function chooseExport(argument: string, file: string, loaded: unknown): { name: string | undefined; value: unknown } {
  if (isJson(file)) return { name: undefined, value: loaded };
  const exported = listExports(loaded as Record<string, unknown>);
  const names = Object.keys(exported);
  const name = ['domain', 'default'].find((one) => names.includes(one)) ?? (names.length === 1 ? names[0] : undefined);
  if (name !== undefined) return { name, value: exported[name] };
  throw new InvalidArgumentError({
    argument,
    received: file,
    allowed: 'a module that exports its domain as domain, as default, or as its only export',
    because: `It exports ${names.length === 0 ? 'nothing' : listWords(names)}`,
  });
}

/**
 * The exports of a module. For CommonJS the loader may provide only `module.exports`, as default, and since Node 23
 * also under Node's own name.
 */
function listExports(loaded: Record<string, unknown>): Record<string, unknown> {
  const { default: whole, 'module.exports': _, ...named } = loaded;
  // `export = domain` may arrive as the domain itself.
  if (isDomain(named) && whole === undefined) return { default: named };
  const isModule = typeof whole === 'object' && whole !== null && !isDomain(whole) && Object.keys(named).length === 0;
  return isModule ? (whole as Record<string, unknown>) : loaded;
}

function isDomain(value: unknown): boolean {
  return ['region', 'accountId', 'domainId'].some((key) => Object.hasOwn(Object(value), key));
}
