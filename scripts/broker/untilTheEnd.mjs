const open = new Set();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Ends something with this process: `stop` (asynchronous) at a signal, `abandon` (synchronous) at any other end.
 * Returns a function that cancels this. After a signal the process ends by it, unless another listener handles it too.
 */
export function untilTheEnd({ stop, abandon }) {
  const entry = { stop, abandon };
  if (open.size === 0) listen();
  open.add(entry);
  return () => {
    if (open.delete(entry) && open.size === 0) silence();
  };
}

function listen() {
  process.on('exit', abandonAll);
  for (const signal of signals) process.on(signal, stopAll);
}

function silence() {
  process.off('exit', abandonAll);
  for (const signal of signals) process.off(signal, stopAll);
}

function abandonAll() {
  for (const { abandon } of open) abandon();
}

async function stopAll(signal) {
  const others = process.listenerCount(signal) > 1;
  await Promise.allSettled([...open].map(({ stop }) => stop()));
  if (others) return;
  silence();
  process.kill(process.pid, signal);
}
