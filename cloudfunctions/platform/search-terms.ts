import { pairsOf } from '../domain/community/search-pairs';
import { lookupDigest } from './keys';

const LENGTH = 12;

/** Keyed digests of a text's pairs of signs: what a sealed text is found by, without being read. */
export const termsOf = (text: string): string[] =>
  pairsOf(text).map((pair) => lookupDigest(`search|${pair}`).slice(0, LENGTH));
