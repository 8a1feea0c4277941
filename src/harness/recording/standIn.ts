import { isQuiet } from './readNotes.ts';

type Callable = (...given: never[]) => unknown;

/** Replaces a function of the process for a time, and restores it. It does not observe our own calls. */
export class StandIn {
  readonly #owner: () => object;
  readonly #name: string;
  readonly #make: (before: Callable) => Callable;
  #installed:
    | { readonly owner: object; readonly standIn: Callable; readonly own: PropertyDescriptor | undefined }
    | undefined;

  /**
   * @param owner the object of the function; asked each time, because tests replace whole objects
   * @param make makes the replacement of the previous function
   */
  constructor(owner: () => object, name: string, make: (before: Callable) => Callable) {
    this.#owner = owner;
    this.#name = name;
    this.#make = make;
  }

  /** Installs the replacement once; if the function cannot be replaced, it stays. */
  install(): void {
    const owner = this.#owner();
    const own = Object.getOwnPropertyDescriptor(owner, this.#name);
    const before: unknown = own === undefined ? Reflect.get(owner, this.#name) : own.value;
    const isFixed = own?.writable === false;
    if (typeof before !== 'function' || before === this.#installed?.standIn || isFixed) return;
    const made = this.#make(before as Callable);
    // A replacement that a spy still calls does nothing of its own.
    const isSeeing = (): boolean => this.#installed?.standIn === standIn && !isQuiet();
    const standIn: Callable = function (this: unknown, ...given): unknown {
      return Reflect.apply(isSeeing() ? made : (before as Callable), this, given);
    };
    const isPut = Reflect.defineProperty(owner, this.#name, {
      ...(own ?? { configurable: true, enumerable: false, writable: true }),
      value: standIn,
    });
    if (isPut) this.#installed = { owner, standIn, own };
  }

  /** Restores the previous function, unless another replaced ours meanwhile: it may still call ours. */
  restore(): void {
    if (this.#installed === undefined) return;
    const { owner, standIn, own } = this.#installed;
    this.#installed = undefined;
    if (Object.getOwnPropertyDescriptor(owner, this.#name)?.value !== standIn) return;
    if (own === undefined) Reflect.deleteProperty(owner, this.#name);
    else Reflect.defineProperty(owner, this.#name, own);
  }
}
