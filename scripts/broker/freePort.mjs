import { createServer } from 'node:net';

const HOST = '127.0.0.1';

/** A port of the loopback address that was free a moment ago. */
export function freePort() {
  return listen(0);
}

/** Throws if a process listens on this port of the loopback address. */
export async function mustBeFree(port) {
  await listen(port).catch((cause) => {
    const why = cause.code === 'EADDRINUSE' ? 'is taken' : `cannot be used (${cause.code})`;
    throw new Error(`Port ${port} of ${HOST} ${why}: choose another one.`, { cause });
  });
}

function listen(port) {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(port, HOST, () => {
      const used = server.address().port;
      server.close(() => resolve(used));
    });
  });
}
