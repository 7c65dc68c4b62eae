/**
 * The edition of the contracts, which the mini program sends with each call: an app is updated on each phone in its own
 * time, before or after the functions. Raised with a release in which a call takes or answers something else.
 */
export const edition = 1;

/**
 * The oldest edition that the functions still serve: the one before, unless what has changed leaves an older app no way
 * to go on; then it is told to update. `test/released/contracts` holds what each edition takes and answers.
 */
export const oldestServed = 1;
