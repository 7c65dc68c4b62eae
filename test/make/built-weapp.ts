import { built } from './built';

/** Jest's global setup for tests that run the mini program as it would be uploaded. */
export default () => built('functions', 'weapp');
