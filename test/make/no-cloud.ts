/** Stands in for the SDK where mutation testing asks tests that reach no cloud; one that does, fails. */
export default new Proxy(
  {},
  {
    get(_, name) {
      throw new Error(`a test in memory reached for the cloud: ${String(name)}`);
    },
  },
);
