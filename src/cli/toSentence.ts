/** The meanings of Node's system errors, and what to do; errors of the file system include the path. */
const meanings: Readonly<Record<string, readonly [what: string, todo: string]>> = {
  EMFILE: ['this process has too many files open', 'Raise its limit (ulimit -n)'],
  ENFILE: ['this machine has too many files open', 'End some programs'],
  EAGAIN: ['this user has too many processes', 'Raise the limit (ulimit -u), or end some programs'],
  ENOMEM: ['the memory is used up', 'End some programs, or allow more memory'],
  ENOSPC: ['the disk is full', 'Make room'],
  EDQUOT: ['your quota of the disk is used up', 'Make room'],
  EACCES: ['access is denied', 'Allow it, or name another place'],
  EPERM: ['this is not permitted', 'Allow it, or name another place'],
  EROFS: ['the file system is read-only', 'Name another place; TMPDIR is the one for temporary files'],
  EIO: ['the disk fails', 'Look at the log of the machine'],
};

/** The permissions of Node's permission model, and the flag for each. */
const flags: Readonly<Record<string, string>> = {
  FileSystemRead: '--allow-fs-read',
  FileSystemWrite: '--allow-fs-write',
  ChildProcess: '--allow-child-process',
  WorkerThreads: '--allow-worker',
  Addon: '--allow-addons',
  Net: '--allow-net',
};

interface OfNode {
  readonly code?: unknown;
  readonly path?: unknown;
  readonly syscall?: unknown;
  readonly permission?: unknown;
  readonly resource?: unknown;
  readonly message?: unknown;
}

/** The sentence that a command prints for an error: its message, or a plain sentence for a system error of Node. */
export function toSentence(error: unknown): string {
  const { code, path, syscall, permission, resource, message } = Object(error) as OfNode;
  if (code === 'ERR_ACCESS_DENIED') {
    const flag = flags[String(permission)] ?? 'the flag of Node that its documentation names';
    const what = [permission, resource].filter((part) => typeof part === 'string' && part !== '').join(', ');
    return `Node's permission model (--permission) does not allow this${what === '' ? '' : ` (${what})`}. Run the command without it, or with ${flag}; verify-provider and whatever talks to a broker start processes, which need --allow-child-process and --allow-addons, too.`;
  }
  const meaning = typeof code === 'string' && Object.hasOwn(meanings, code) ? meanings[code] : undefined;
  // Errors of ours are clear already, and at most carry the code of their cause.
  if (meaning === undefined || !String(message).includes(String(code))) return readMessage(error, message);
  const where = [syscall, path].filter((part) => typeof part === 'string').join(' ');
  return `It cannot be done: ${meaning[0]} (${code}${where === '' ? '' : `, ${where}`}). ${meaning[1]}, and run the command again.`;
}

function readMessage(error: unknown, message: unknown): string {
  return typeof message === 'string' ? message : String(error);
}
