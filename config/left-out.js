/** Stands in a bundle for a part of the SDK that no function uses; see `unusedParts` in functions.ts. */
module.exports = {};
