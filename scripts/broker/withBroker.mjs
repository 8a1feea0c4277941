import { startBroker } from './startBroker.mjs';

/** Runs work with a broker, and stops the broker afterwards. */
export async function withBroker(options, work) {
  const broker = await startBroker(options);
  try {
    return await work(broker);
  } finally {
    await broker.stop();
  }
}
