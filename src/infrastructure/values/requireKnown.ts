import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
import { Unresolved } from './resolved.ts';
import type { Setting } from './settle.ts';

/** A setting that the template does not decide. */
export class UndecidedSetting extends InvalidArgumentError {
  /** What is unknown, by the names that `options.parameters` takes. */
  readonly names: readonly string[];

  constructor(what: string, { text, names, because, isFault }: Unresolved) {
    super({
      argument: what,
      received: text,
      shown: `unknown: it depends on ${names.join(', ')}`,
      allowed: 'a value that the template decides, or that options.parameters gives',
      because,
      ...(isFault ? {} : { todo: writeRemedy(names) }),
    });
    this.names = names;
  }
}

/**
 * The value of a setting without which nobody can say what reaches the function.
 * @param what the setting in words, such as `the BatchSize of HandlerQueue`
 * @throws UndecidedSetting if the template does not decide it
 */
export function requireKnown<Value>(setting: Setting<Value>, what: string): Value {
  if (!(setting instanceof Unresolved)) return setting;
  throw new UndecidedSetting(what, setting);
}

/** What to write, so that unknown parts of a template become known. */
export function writeRemedy(names: readonly string[]): string {
  const given = names.map((name) => `${/^\w+$/.test(name) ? name : `'${name}'`}: …`);
  return `Write deliveryTo(template, functionId, { parameters: { ${given.join(', ')} } })`;
}
