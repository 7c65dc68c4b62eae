/** Keys of a test's own, the same each run so that a found counterexample can be played again. */
export function setTestKeys(): void {
  const key = (fill: number) => Buffer.alloc(32, fill).toString('base64');
  Object.assign(process.env, { MASTER_KEY: key(1), LOOKUP_KEY: key(2), SIGNING_KEY: key(3) });
}
