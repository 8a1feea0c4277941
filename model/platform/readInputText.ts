import type { FileHandle } from 'node:fs/promises';
import { loadNodeModule } from './loadNodeModule.ts';
import { fs, fsPromises } from './nodeModules.ts';
import {
  decodeText,
  MAX_FILE_BYTES,
  readFileText,
  readStats,
  refuseSize,
  toUnreadInput,
  UnreadInput,
} from './readFileText.ts';
import { realTimers } from './realProcess.ts';

const { Buffer } = loadNodeModule('node:buffer');

/** The longest silence of a pipe, and the largest size of an input. */
export interface InputLimits {
  /** Milliseconds. */
  readonly silence: number;
  readonly bytes: number;
}

/**
 * The text of an input that a person names: a regular file, or a pipe such as `<(jq . pact.json)` or `/dev/stdin`. A
 * pipe may never end or never begin. The read does not block, so signals still arrive.
 * @throws UnreadInput
 */
export async function readInputText(
  file: string,
  { silence, bytes }: InputLimits = { silence: 30_000, bytes: MAX_FILE_BYTES },
): Promise<string> {
  if (!readStats(file).isFIFO()) return readFileText(file, bytes);
  const { O_NONBLOCK, O_RDONLY } = fs.constants;
  const handle = await fsPromises.open(file, O_RDONLY | O_NONBLOCK).catch((error) => {
    throw toUnreadInput(error);
  });
  try {
    return await readPiped(handle, { silence, bytes });
  } finally {
    await handle.close();
  }
}

async function readPiped(handle: FileHandle, { silence, bytes }: InputLimits): Promise<string> {
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
    if (size > bytes) throw refuseSize(bytes);
    pieces.push(piece);
  }
  throw new UnreadInput(`it is a pipe, and nothing arrived for ${silence / 1000} s`);
}

const PAUSE = 20;

/**
 * The next chunk of a pipe: undefined if nothing is there yet, empty at the end. Before the first byte the two look the
 * same, and it returns undefined.
 */
async function readNext(handle: FileHandle, begun: boolean): Promise<Buffer | undefined> {
  const piece = Buffer.allocUnsafe(64 * 1024);
  try {
    const { bytesRead } = await handle.read(piece);
    return bytesRead > 0 || begun ? piece.subarray(0, bytesRead) : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return undefined;
    throw toUnreadInput(error);
  }
}
