import * as z from 'zod/mini';
import { operationsOf } from './operation';
import { keysOf } from './request-vocabulary';
import { messageTemplates } from './message-templates';
import { pages } from './pages';
import { id, instant } from './values';

const operation = operationsOf('request');
const errors = ['NOT_REGISTERED', 'FROZEN', 'LOCKED'] as const;

/** What a person was told, newest first, 50 a page or a few more of one instant; `before` is the last page's `next`. */
export const inbox = operation('inbox', {
  input: z.strictObject({ before: z.optional(instant) }),
  output: z.strictObject({
    messages: z.array(
      z.strictObject({
        id,
        template: z.enum(keysOf(messageTemplates)),
        title: z.string(),
        text: z.string(),
        /** The page it speaks of, and the request there. */
        page: z.enum(pages),
        requestId: z.nullable(id),
        at: instant,
        read: z.boolean(),
      }),
    ),
    next: z.nullable(instant),
    /** How many of the newest 100 are unread; on a further page, of those that follow. */
    unread: z.int(),
  }),
  errors,
});

/** Marks one message as read, or all of them; one that is read already, or is not the caller's, changes nothing. */
export const markRead = operation('markRead', {
  writes: 'again',
  input: z.strictObject({ id: z.optional(id) }),
  output: z.strictObject({ marked: z.int() }),
  errors,
});
