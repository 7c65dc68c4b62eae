import version1 from './archive/1.json';
import practices1 from './archive/1.practices.json';
import version2 from './archive/2.json';
import practices2 from './archive/2.practices.json';
import type { PublishedVersion } from './document';

/**
 * Every version ever published, oldest first; a version is appended, and never edited once it is in force anywhere,
 * because consent rows carry its digest. Laws compare each document with its Markdown, which is what makes the cast
 * safe, and the newest snapshot with what the code does. The practices of version 1 were not taken when it was
 * published, for nothing took them then: they are derived from the tables of the last commit before sharing, the
 * security log and usage counts were declared, with the two processors that were at work already and 15 working days
 * for every kind of request, as version 1 says.
 */
export const published = [
  { document: version1, practices: practices1 },
  { document: version2, practices: practices2 },
] as unknown as readonly [PublishedVersion, ...PublishedVersion[]];
