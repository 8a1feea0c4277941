import type { FileHandle } from 'node:fs/promises';
import { decodeText, fileText, MAX_FILE_BYTES, readStats, tooLarge, UnreadInput, unread } from './fileText.ts';
import { nodeModule } from './nodeModule.ts';
import { fs, fsPromises } from './nodeModules.ts';
import { realTimers } from './realProcess.ts';

const { Buffer } = nodeModule('node:buffer');

/** How long a pipe may be silent, and how large an input may be. */
export interface InputLimits {
  /** Milliseconds. */
  readonly silence: number;
  readonly bytes: number;
}

/**
 * The text of an input that a person names: a regular file, or a pipe, as `<(jq . pact.json)` and `/dev/stdin` are. A pipe
 * may never end, or nobody may write to it: it is read without waiting in it, so that signals are heard.
 * @throws UnreadInput
 */
export async function inputText(
  file: string,
  { silence, bytes }: InputLimits = { silence: 30_000, bytes: MAX_FILE_BYTES },
): Promise<string> {
  if (!readStats(file).isFIFO()) return fileText(file, bytes);
  const { O_NONBLOCK, O_RDONLY } = fs.constants;
  const handle = await fsPromises.open(file, O_RDONLY | O_NONBLOCK).catch((error) => {
    throw unread(error);
  });
  try {
    return await piped(handle, { silence, bytes });
  } finally {
    await handle.close();
  }
}

async function piped(handle: FileHandle, { silence, bytes }: InputLimits): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for (let waited = 0; waited < silence; ) {
    const piece = await readNext(handle, size > 0);
    if (piece === undefined) {
      await new Promise((resolve) => realTimers.setTimeout(resolve, PAUSE));
      waited += PAUSE;
      continue;
    }
    if (piece.length === 0) return decodeText(pieces);
    waited = 0;
    size += piece.length;
    if (size > bytes) throw tooLarge(bytes);
    pieces.push(piece);
  }
  throw new UnreadInput(`it is a pipe into which nobody wrote for ${silence / 1000} s`);
}

const PAUSE = 20;

/** What is in a pipe: nothing yet, or nothing any more (no bytes), which before the first byte nobody can tell apart. */
async function readNext(handle: FileHandle, begun: boolean): Promise<Buffer | undefined> {
  const piece = Buffer.allocUnsafe(64 * 1024);
  try {
    const { bytesRead } = await handle.read(piece);
    return bytesRead > 0 || begun ? piece.subarray(0, bytesRead) : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return undefined;
    throw unread(error);
  }
}
