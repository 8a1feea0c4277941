// Writes this many bytes into a file, in pieces of 1 MB from memory.
import { closeSync, openSync, writeSync } from 'node:fs';

const [file, size] = process.argv.slice(2);
const piece = Buffer.alloc(2 ** 20, 'a');
const target = openSync(file, 'w');
for (let left = Number(size); left > 0; left -= piece.length) writeSync(target, piece, 0, Math.min(left, piece.length));
closeSync(target);
