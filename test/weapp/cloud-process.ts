import { startTestCloud } from '../make/cloud';

/**
 * A local cloud in a process of its own: its database cannot run inside Jest's jsdom. Tells its parent the address, and
 * stops when the parent hangs up, also when that died.
 */
async function main(): Promise<void> {
  const on = await startTestCloud();
  process.once('disconnect', () => void on.stop().then(() => process.exit(0)));
  process.send?.({ url: on.cloud.url });
}

void main();
