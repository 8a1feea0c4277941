import { spawn } from 'node:child_process';

/**
 * Runs work while no other process on this machine holds the same lock file. The system releases the lock at any end of
 * its holder. It calls `waiting` if another process holds the lock.
 */
export async function exclusively(file, waiting, work) {
  const holder = spawn('flock', [file, 'sh', '-c', 'echo held; exec cat'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => holder.once('close', resolve).once('error', resolve));
  const timer = setTimeout(waiting, 500);
  try {
    const held = new Promise((resolve) => holder.stdout.once('data', () => resolve('held')));
    if ((await Promise.race([held, ended])) !== 'held') throw new Error(`${file} cannot be locked`);
    clearTimeout(timer);
    return await work();
  } finally {
    clearTimeout(timer);
    holder.stdin.end();
    await ended;
  }
}
