import * as z from 'zod/mini';
import { recipients, type Recipient } from '../../src/contracts/data-map/recipients';
import { recipientOf } from '../domain/sharing';
import { settingOr } from './environment';
import { Fault } from './fault';

/** Where a recipient listens and how it knows us. The token is a secret and never logged. */
export interface Connection {
  url: string;
  token: string;
}

const https = z.string().check(
  z.refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    return (
      url?.protocol === 'https:' && [url.username, url.password, url.search, url.hash].join('').length === 0
    );
  }),
);
const connection = z.strictObject({ url: https, token: z.string().check(z.minLength(16), z.maxLength(400)) });
const setting = z.record(z.string(), connection);

/** What can be wrong with the setting, as the log says it; the parser's own words may repeat a token. */
const faults = {
  malformed: 'RECIPIENTS must be {"<recipient>": {"url": "https://...", "token": "16 characters or more"}}',
  unknown: 'RECIPIENTS names a recipient that the table does not know',
  elsewhere: 'RECIPIENTS leads to a host that the table does not declare',
} as const;

/** What is wrong with the setting, and with whose address where it is one recipient's. */
export interface ConnectionFault {
  fault: keyof typeof faults;
  recipient?: Recipient;
}

function parsed(text: string): Readonly<Record<string, Connection>> | undefined {
  try {
    return z.parse(setting, JSON.parse(text));
  } catch {
    return undefined;
  }
}

/**
 * Reads the setting `RECIPIENTS`: addresses and tokens by recipient, or the first thing that is wrong. An address must
 * be https (P37), its recipient in the table, and its host one that the table declares for that recipient (P32).
 */
export function connectionsIn(text: string): ReadonlyMap<string, Connection> | ConnectionFault {
  const given = parsed(text);
  if (!given) return { fault: 'malformed' };
  const entries = Object.entries(given);
  for (const [id, { url }] of entries) {
    const recipient = recipientOf(recipients, id);
    if (!recipient) return { fault: 'unknown' };
    if (!recipient.hosts.includes(new URL(url).hostname)) return { fault: 'elsewhere', recipient };
  }
  return new Map(entries);
}

/**
 * The recipients that the operator has connected, from the environment variable RECIPIENTS: who is not named there
 * cannot be reached. One that is ended stays, as long as it may be told to delete. Throws a `Fault` for a setting that
 * is not as `connectionsIn` wants it.
 */
export function connections(): ReadonlyMap<string, Connection> {
  const read = connectionsIn(settingOr('RECIPIENTS', '{}'));
  if ('fault' in read) throw new Fault(faults[read.fault]);
  return read;
}
