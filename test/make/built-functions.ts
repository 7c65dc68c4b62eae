import { built } from './built';

/** Jest's global setup for tests that run the functions as built. */
export default () => built('functions');
