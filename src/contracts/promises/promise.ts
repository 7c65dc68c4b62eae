import type { FunctionName } from '../operation';
import type { PageName } from '../pages';

/** The pages on which a promise's control can be. */
export type ControlPage = PageName;

interface Sentence {
  /** Stable id; a test that proves the promise carries it in its title as `[P07]`. */
  id: `P${number}`;
  /** The policy's section that makes the promise, numbered as its heading is. */
  section: string;
  /** The promise in one plain Chinese sentence. */
  line: string;
  /** Where in the mini program a person finds it kept; null where nothing can be seen or done. */
  control: { page: ControlPage; anchor?: string } | null;
  /** The operations behind it as `function.action`, or the name alone of a function run by a timer. */
  functions: readonly (FunctionName | `${FunctionName}.${string}`)[];
}

/** One sentence of the privacy policy that the software keeps, or says it does not keep yet. */
export type PolicyPromise =
  | (Sentence & { kept: true })
  /** `reason`: why not yet, in Chinese; the policy page shows it. */
  | (Sentence & { kept: false; reason: string });
