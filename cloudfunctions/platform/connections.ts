import * as z from 'zod/mini';
import { recipients } from '../../src/contracts/data-map/recipients';
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

function parsed(text: string): Readonly<Record<string, Connection>> {
  try {
    return z.parse(setting, JSON.parse(text));
  } catch {
    // The parser's own words may repeat a token.
    throw new Fault(
      'RECIPIENTS must be {"<recipient>": {"url": "https://...", "token": "16 characters or more"}}',
    );
  }
}

/**
 * The recipients that the operator has connected, from the environment variable RECIPIENTS: who is not named there
 * cannot be reached, and nothing is sent over plain http (P37). One that is ended stays, as long as it may be told to
 * delete. A name that the table does not know is a mistake.
 */
export function connections(): ReadonlyMap<string, Connection> {
  const entries = Object.entries(parsed(settingOr('RECIPIENTS', '{}')));
  if (entries.some(([id]) => !recipientOf(recipients, id)))
    throw new Fault('RECIPIENTS names a recipient that the table does not know');
  return new Map(entries);
}
