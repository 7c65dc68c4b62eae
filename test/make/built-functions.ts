import { buildStale } from '../local-cloud/build/products';

/** Jest's global setup for tests that run the functions as built. */
export default () => buildStale(console.log, ['functions']);
