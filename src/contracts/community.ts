import * as z from 'zod/mini';
import {
  commentStates,
  feedOrders,
  longestWritten,
  pictureStates,
  proposalStates,
  SHORTEST_SEARCH,
} from './community-vocabulary';
import { operationsOf } from './operation';
import { MOST_SENT, storedPicture } from './picture';
import { priceTable } from './price-table';
import { keysOf } from './request-vocabulary';
import { survey } from './survey';
import { id, instant, text } from './values';

const operation = operationsOf('community');

/** Where the page before ended. */
const after = z.optional(z.string().check(z.regex(/^[0-9A-Za-z:.|_-]{1,160}$/)));
const next = z.nullable(z.string());

/** A city's division code. */
const place = z.string().check(z.regex(/^\d{6}$/));
const byline = text(longestWritten.byline);

/** What an author writes, of a new proposal and of an edited one. */
const writing = {
  title: text(longestWritten.title),
  text: text(longestWritten.text),
  prices: z.optional(priceTable),
  /** Shown to everyone in place of a name; without it nobody's is. */
  byline: z.optional(byline),
  /** The city that the author confirmed for this proposal (P11). */
  place: z.optional(place),
  /** The author was told that the text looks as if it held a phone number, and means it (P42). */
  understood: z.optional(z.boolean()),
};

/** A proposal in a list. */
const head = {
  id,
  title: z.string(),
  /** How the text begins. */
  beginning: z.string(),
  byline: z.nullable(z.string()),
  place: z.nullable(place),
  at: instant,
  isEdited: z.boolean(),
  supports: z.int(),
  hasPrices: z.boolean(),
};

const state = z.enum(keysOf(proposalStates));
const stands = z.strictObject({ id, state });
const member = ['NOT_REGISTERED', 'FROZEN', 'LOCKED'] as const;
const author = [...member, 'CHILD_LIMITED'] as const;
const published = ['CONTACT_SHOWN', 'CONTENT_REFUSED', 'PUBLISHED_OFTEN', 'TOO_MANY_OPEN'] as const;
const tagged = ['CITY_UNKNOWN', 'CONSENT_NEEDED'] as const;
/** A random name of this attempt: repeated, it publishes nothing anew and answers the same. */
const attempt = id;

/** The pictures of a proposal, oldest first; of others' the published ones alone. */
const pictures = z.array(z.strictObject({ id, state: z.enum(keysOf(pictureStates)) }));

const comment = z.strictObject({
  id,
  text: z.string(),
  byline: z.nullable(z.string()),
  at: instant,
  isMine: z.boolean(),
  /** Of others' always `published`; of the caller's own what became of it. */
  state: z.enum(keysOf(commentStates)),
});

/** The operations of the function `community`: reading is open to everyone and writes nothing (P04). */
export const community = {
  /** At most 20 a page; of one city, or of all. Only a code ever names the city (P13). */
  feed: operation('feed', {
    input: z.strictObject({ order: z.enum(keysOf(feedOrders)), place: z.optional(place), after }),
    output: z.strictObject({ proposals: z.array(z.strictObject(head)), next }),
    errors: ['CITY_UNKNOWN'],
  }),
  /** Proposals whose title or the beginning of whose text holds these characters, newest first, at most 20 a page. */
  search: operation('search', {
    input: z.strictObject({
      words: z.string().check(z.trim(), z.minLength(SHORTEST_SEARCH), z.maxLength(longestWritten.search)),
      after,
    }),
    output: z.strictObject({ proposals: z.array(z.strictObject(head)), next }),
  }),
  /** One proposal, whole; of one that is withdrawn or whose author is gone only that it was there. */
  read: operation('read', {
    input: z.strictObject({ id }),
    output: z.strictObject({
      id,
      /** `left`: the author is leaving or gone. */
      state: z.enum([...keysOf(proposalStates), 'left']),
      title: z.nullable(z.string()),
      text: z.nullable(z.string()),
      prices: z.nullable(priceTable),
      byline: z.nullable(z.string()),
      place: z.nullable(place),
      at: z.nullable(instant),
      changedAt: z.nullable(instant),
      supports: z.int(),
      isMine: z.boolean(),
      isSupported: z.boolean(),
      pictures,
    }),
    errors: ['PROPOSAL_UNKNOWN'],
  }),
  /** One picture of a proposal, whole, for whoever may read that. */
  picture: operation('picture', {
    input: z.strictObject({ id }),
    output: z.strictObject({ id, picture: storedPicture }),
    errors: ['PICTURE_UNKNOWN'],
  }),
  /** Oldest first, at most 30 a page; before them the caller's own that are held back. None of what may not be read. */
  comments: operation('comments', {
    input: z.strictObject({ id, after }),
    output: z.strictObject({ comments: z.array(comment), next }),
  }),
  /** The caller's own proposals in every state but withdrawn, newest first, at most 20 a page. */
  mine: operation('mine', {
    input: z.strictObject({ after }),
    output: z.strictObject({ proposals: z.array(z.strictObject({ ...head, state })), next }),
    errors: member,
  }),
  publish: operation('publish', {
    writes: 'again',
    input: z.strictObject({ attempt, ...writing }),
    output: stands,
    errors: [...author, ...published, ...tagged],
  }),
  /** `changedAt` as it was read: an edit made elsewhere since is not overwritten. */
  edit: operation('edit', {
    writes: 'again',
    input: z.strictObject({ id, changedAt: instant, ...writing }),
    output: stands,
    errors: [...author, ...published, ...tagged, 'PROPOSAL_UNKNOWN', 'PROPOSAL_STATE', 'PROPOSAL_CHANGED'],
  }),
  /** Takes every word of it away at once; what others said about it stays. Repeated, it changes nothing. */
  withdraw: operation('withdraw', {
    writes: 'again',
    input: z.strictObject({ id }),
    output: stands,
    errors: [...member, 'PROPOSAL_UNKNOWN'],
  }),
  /**
   * Adds a picture, as base64 of a JPEG or PNG file, to one's own proposal. What the file says besides the picture
   * (place, time, device) is left out. Others see it once WeChat has looked at it. The same picture once more changes
   * nothing and answers the same.
   */
  addPicture: operation('addPicture', {
    writes: 'again',
    input: z.strictObject({ id, picture: z.string().check(z.minLength(1), z.maxLength(MOST_SENT)) }),
    output: z.strictObject({ id, pictures }),
    errors: [
      ...author,
      ...(['PROPOSAL_UNKNOWN', 'PROPOSAL_STATE', 'TOO_MANY_OPEN'] as const),
      ...([
        'PICTURE_UNREADABLE',
        'PICTURE_TOO_LARGE',
        'PICTURES_ENOUGH',
        'PICTURES_FULL',
        'PICTURE_REFUSED',
      ] as const),
    ],
  }),
  /** Takes a picture of one's own proposal away; one that is gone already changes nothing. */
  removePicture: operation('removePicture', {
    writes: 'again',
    input: z.strictObject({ id, picture: id }),
    output: z.strictObject({ id, pictures }),
    errors: [...member, 'PROPOSAL_UNKNOWN'],
  }),
  /** Supports, or takes the support back; each counts once however often it is said. */
  support: operation('support', {
    writes: 'again',
    input: z.strictObject({ id, on: z.boolean() }),
    output: z.strictObject({ id, on: z.boolean(), supports: z.int() }),
    errors: [...author, 'PROPOSAL_UNKNOWN'],
  }),
  comment: operation('comment', {
    writes: 'again',
    input: z.strictObject({
      id,
      attempt,
      text: text(longestWritten.comment),
      byline: z.optional(byline),
      understood: writing.understood,
    }),
    output: z.strictObject({ id, state: z.enum(keysOf(commentStates)) }),
    errors: [...author, ...published, 'PROPOSAL_UNKNOWN'],
  }),
  /** Takes one's own comment away; one that is gone already changes nothing. */
  uncomment: operation('uncomment', {
    writes: 'again',
    input: z.strictObject({ id }),
    output: z.strictObject({ id }),
    errors: member,
  }),
  ...survey,
} as const;
