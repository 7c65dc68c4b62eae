import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openedMember } from '../../../cloudfunctions/platform/member';
import { askDeletion, release } from '../../../cloudfunctions/platform/outbound';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { sharingWorld } from '../../make/sharing-world';

setTestKeys();
const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

/** A person who agreed to `visit`, and what the door is asked to release of theirs. */
async function agreed(facts: object = {}) {
  const made = sharingWorld(['visit']);
  await made.register(facts);
  await made.share('visit');
  const noted: (readonly string[])[] = [];
  return {
    ...made,
    noted,
    release: async (...fields: string[]) =>
      release(await openedMember(made.account()), {
        ...{ to: 'visit', fields, key: 'key-1', now: made.now() },
        note: (about) => Promise.resolve(void noted.push(about)),
      }),
  };
}

describe('the door', () => {
  it('[P24] sends nothing, and notes nothing, where the person never gave what was asked', async () => {
    const made = await agreed({ address: undefined });
    expect(await made.release('accounts.address', 'accounts.city')).toEqual({
      outcome: 'refused',
      refusal: 'empty',
      heldBack: ['accounts.city'],
    });
    expect(made.sent).toEqual([]);
    expect(made.noted).toEqual([]);
    expect(await made.release('accounts.address', 'accounts.nickname')).toMatchObject({
      outcome: 'delivered',
      fields: ['accounts.nickname'],
    });
    expect(made.noted).toEqual([['accounts.nickname']]);
  });
});

describe('a recipient that sends us elsewhere', () => {
  let server: Server;
  let visited: string[];
  beforeEach(async () => {
    visited = [];
    server = createServer((request, reply) => {
      visited.push(request.url ?? '');
      reply.writeHead(request.url === '/elsewhere' ? 200 : 307, { location: '/elsewhere' }).end();
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });
  afterEach(() => new Promise((closed) => server.close(closed)));

  /** The real fetch, led to the server: a redirect is followed or not as the door says. */
  function leadToServer(): void {
    const { port } = server.address() as AddressInfo;
    globalThis.fetch = (address, init) => {
      const { pathname } = new URL(address as string);
      return realFetch(`http://127.0.0.1:${String(port)}${pathname}`, init);
    };
  }

  it('[P24] is not followed with anybody’s data, and counts as not delivered', async () => {
    const made = await agreed();
    leadToServer();
    expect(await made.release('accounts.phone')).toEqual({ outcome: 'failed', heldBack: [] });
    expect(visited).toEqual(['/r/people']);
  });

  it('[P51] has not deleted anything', async () => {
    await agreed();
    leadToServer();
    expect(await askDeletion('visit', 'key-2', { reference: 'r', fields: [] })).toBe('failed');
    expect(visited).toEqual(['/r/deletions']);
  });
});
