/** What Node's `async_hooks` shows of a timer or a handle. */
interface Resource {
  /** Whether a timer has fired for the last time, or was cleared. */
  readonly _destroyed?: boolean;
  /** The milliseconds until a timer fires. */
  readonly _idleTimeout?: number;
  /** Whether it keeps the event loop alive; undefined if closed. */
  hasRef(): boolean | undefined;
}

/** A handler's unfinished work, as far as Node shows it: timers, handles, and requests to the system. */
export class PendingWork {
  readonly #resources = new Map<Resource, string>();
  readonly #requests = new Map<number, string>();

  /** Records new work; returns whether it is a request, which {@link finish} ends. */
  add(id: number, type: string, resource: object): boolean {
    if (typeof (resource as Partial<Resource>).hasRef === 'function') this.#resources.set(resource as Resource, type);
    else if (isRequest(type)) this.#requests.set(id, type);
    return this.#requests.has(id);
  }

  /** The callback of a request is called. */
  finish(id: number): void {
    this.#requests.delete(id);
  }

  /** Takes over another's unfinished work. */
  takeOver(other: PendingWork): void {
    for (const [resource, type] of other.#resources) if (isAlive(resource)) this.#resources.set(resource, type);
    for (const [id, type] of other.#requests) this.#requests.set(id, type);
  }

  /** The work that keeps the event loop alive, by Node's names for it. */
  listKeepingLoop(): string[] {
    this.#forget();
    const resources = [...this.#resources].filter(([resource]) => resource.hasRef() === true);
    return [...resources.map(([, type]) => type), ...this.#requests.values()];
  }

  /** Whether anything may still call back, including work that does not keep the event loop alive. */
  get isAlive(): boolean {
    this.#forget();
    return this.#resources.size + this.#requests.size > 0;
  }

  /** All work that may still call back. */
  listAlive(): ReadonlySet<unknown> {
    this.#forget();
    return new Set<unknown>([...this.#resources.keys(), ...this.#requests.keys()]);
  }

  /** All work that may call back within some milliseconds: excludes long timers, as of a pool. */
  listSoon(milliseconds: number): ReadonlySet<unknown> {
    const late = [...this.#resources.keys()].filter(({ _idleTimeout = 0 }) => _idleTimeout > milliseconds);
    const all = new Set(this.listAlive());
    for (const resource of late) all.delete(resource);
    return all;
  }

  #forget(): void {
    for (const resource of this.#resources.keys()) if (!isAlive(resource)) this.#resources.delete(resource);
  }
}

function isAlive(resource: Resource): boolean {
  return resource._destroyed === undefined ? resource.hasRef() !== undefined : !resource._destroyed;
}

/** Requests to the file system, to DNS and for cryptography. A connection keeps its own requests alive. */
function isRequest(type: string): boolean {
  return /^(FSREQ|FILEHANDLECLOSEREQ|GETADDRINFOREQ|GETNAMEINFOREQ|QUERYWRAP)|^(?!HTTP).*REQUEST$/.test(type);
}
