import { startBroker } from './startBroker.mjs';

/** Does something with a broker that is stopped afterwards. */
export async function withBroker(options, work) {
  const broker = await startBroker(options);
  try {
    return await work(broker);
  } finally {
    await broker.stop();
  }
}
