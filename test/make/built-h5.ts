import { buildStale } from '../local-cloud/build/products';

/** Jest's global setup for tests in a real browser. */
export default () => buildStale(console.log, ['functions', 'h5']);
