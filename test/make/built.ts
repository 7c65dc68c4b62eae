import { buildStale, type ProductName } from '../local-cloud/build/products';

/** Builds what a kind of test runs; in CI, where every kind runs, all of it at once and so side by side. */
export const built = (...names: readonly ProductName[]): Promise<void> =>
  buildStale(console.log, process.env['CI'] === 'true' ? ['functions', 'weapp', 'h5'] : names);
