/**
 * What a system error of Node means, in words that follow "because"; undefined for any other error. A caller with better
 * words for its own action, such as "you may not write there", says these instead.
 */
export function describeSystemError(error: unknown): string | undefined {
  const { code, permission } = Object(error) as { readonly code?: unknown; readonly permission?: unknown };
  if (code === 'ERR_ACCESS_DENIED') return `Node's permission model does not allow it (${nameFlag(permission)} does)`;
  return typeof code === 'string' && Object.hasOwn(meanings, code) ? meanings[code] : undefined;
}

const meanings: Readonly<Record<string, string>> = {
  EACCES: 'access is denied',
  EAGAIN: 'this user has too many processes',
  EDQUOT: 'your quota of the disk is used up',
  EFBIG: 'the file would be larger than this system allows',
  EIO: 'the disk fails',
  EISDIR: 'it is a folder',
  ELOOP: 'its links form a loop',
  EMFILE: 'this process has too many files open',
  ENAMETOOLONG: 'its name is too long',
  ENFILE: 'this machine has too many files open',
  ENOENT: 'there is no such file or folder',
  ENOMEM: 'the memory is used up',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'there is no such file or folder',
  EPERM: 'this is not permitted',
  EROFS: 'the file system is read-only',
};

/** The flag of Node that gives a permission of its permission model. */
export function nameFlag(permission: unknown): string {
  return flags[String(permission)] ?? 'the flag of Node that its documentation names';
}

const flags: Readonly<Record<string, string>> = {
  FileSystemRead: '--allow-fs-read',
  FileSystemWrite: '--allow-fs-write',
  ChildProcess: '--allow-child-process',
  WorkerThreads: '--allow-worker',
  Addon: '--allow-addons',
  Net: '--allow-net',
};
