import { describeSystemError, nameFlag } from '../../model/platform/describeSystemError.ts';

/** What to do about a system error of Node. The errors of the file system include the path. */
const remedies: Readonly<Record<string, string>> = {
  EMFILE: 'Raise its limit (ulimit -n)',
  ENFILE: 'End some programs',
  EAGAIN: 'Raise the limit (ulimit -u), or end some programs',
  ENOMEM: 'End some programs, or allow more memory',
  ENOSPC: 'Make room',
  EDQUOT: 'Make room',
  EACCES: 'Allow it, or name another place',
  EPERM: 'Allow it, or name another place',
  EROFS: 'Name another place; TMPDIR is the one for temporary files',
  EIO: 'Look at the log of the machine',
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
    const what = [permission, resource].filter((part) => typeof part === 'string' && part !== '').join(', ');
    return `Node's permission model (--permission) does not allow this${what === '' ? '' : ` (${what})`}. Run the command without it, or with ${nameFlag(permission)}; verify-provider and whatever talks to a broker start processes, which need --allow-child-process and --allow-addons, too.`;
  }
  const todo = typeof code === 'string' && Object.hasOwn(remedies, code) ? remedies[code] : undefined;
  // Errors of ours are clear already, and at most carry the code of their cause.
  if (todo === undefined || !String(message).includes(String(code))) return readMessage(error, message);
  const where = [syscall, path].filter((part) => typeof part === 'string').join(' ');
  return `It cannot be done: ${describeSystemError(error)} (${code}${where === '' ? '' : `, ${where}`}). ${todo}, and run the command again.`;
}

function readMessage(error: unknown, message: unknown): string {
  return typeof message === 'string' ? message : String(error);
}
