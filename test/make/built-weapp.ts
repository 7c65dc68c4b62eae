import { buildStale } from '../local-cloud/build/products';

/** Jest's global setup for tests that run the mini program as it would be uploaded. */
export default () => buildStale(console.log, ['functions', 'weapp']);
