import { built } from './built';

/** Jest's global setup for tests in a real browser. */
export default () => built('functions', 'h5');
