import { verifyChain } from '../../../cloudfunctions/domain/ledger';
import { attach, attachment, detach } from '../../../cloudfunctions/request/attachments';
import { cancel } from '../../../cloudfunctions/request/moves';
import { submit } from '../../../cloudfunctions/request/submit';
import { takeBack } from '../../../cloudfunctions/wechat-events/take-back';
import type { WeChatEvent } from '../../../src/contracts/wechat-events';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { faultyStore } from '../../make/faulty-store';
import { asked, familyAt, memoryFamily, type Family } from '../../make/memory-family';
import { pngOf, smallJpeg } from '../../make/pictures';
import { hurtKey } from '../../make/put-account';

jest.mock('../../../cloudfunctions/platform/log', () => ({ log: () => undefined }));
setTestKeys();
const ALBUM = '14';

const add = async ({ call }: Family, id: string, who: string, picture: Buffer = smallJpeg) => {
  const held = await attach(call({ id, picture: picture.toString('base64') }, who));
  if (!held.ok) throw new Error(held.error.code);
  return held.data.attachments.map((one) => one.id);
};

/** One request that the guardian asked for the child, and one of the child's own, a picture on each. */
async function withPictures() {
  const here = memoryFamily();
  const theirs = await asked(here);
  const filed = await submit(here.call({ kind: 'complaint' as const, details: '我想投诉' }, 'ward'));
  if (!filed.ok) throw new Error(filed.error.code);
  await add(here, theirs, 'guardian');
  await add(here, filed.data.id, 'ward');
  return { ...here, theirs, own: filed.data.id };
}
type Pictured = Awaited<ReturnType<typeof withPictures>>;

const revoke = ({ store }: Pick<Family, 'store'>, who: string) =>
  takeBack({ store, now: familyAt }, {
    Event: 'user_authorization_revoke',
    OpenID: `o-${who}`,
    RevokeInfo: ALBUM,
    CreateTime: 1,
  } as unknown as WeChatEvent);
const picturedIn = ({ rows }: Family) => rows('request_attachments').map(({ requestId }) => requestId);
const countOf = ({ rows }: Family, id: string) =>
  rows('requests').find(({ _id }) => _id === id)?.['attachments'];

describe('[P65] pictures that a guardian adds for the child', () => {
  it('stand in both chains, coming and going, and the child looks at them and changes nothing', async () => {
    const here = memoryFamily();
    const id = await asked(here);
    const [first = ''] = await add(here, id, 'guardian');
    expect(await attachment(here.call({ id, attachment: first }, 'ward'))).toMatchObject({ ok: true });
    const [more, less] = [
      attach(here.call({ id, picture: pngOf(8).toString('base64') }, 'ward')),
      detach(here.call({ id, attachment: first }, 'ward')),
    ];
    for (const each of [more, less])
      expect(await each).toMatchObject({ error: { code: 'REQUEST_OF_GUARDIAN' } });
    expect(await detach(here.call({ id, attachment: first }))).toMatchObject({ ok: true });
    expect(here.types('ward').slice(1)).toEqual(['request.attachment-added', 'request.attachment-removed']);
    expect(here.types('guardian')).toEqual(Array(3).fill('guardian.acted'));
    for (const who of ['ward', 'guardian']) expect(verifyChain(here.chainOf(who))).toEqual({ intact: true });
  });
});

describe('[P53] the album that is taken back in WeChat', () => {
  it('takes what a guardian added for the child with it, proven in both chains, and not the child’s own', async () => {
    const here = await withPictures();
    await add(here, here.theirs, 'guardian', pngOf(8));
    expect(await revoke(here, 'guardian')).toMatchObject({ ok: true });
    expect(picturedIn(here)).toEqual([here.own]);
    expect([countOf(here, here.theirs), countOf(here, here.own)]).toEqual([0, 1]);
    expect(here.types('ward').slice(-2)).toEqual(Array(2).fill('request.attachment-removed'));
    expect(here.types('guardian').slice(-2)).toEqual(['guardian.acted', 'authorization.revoked']);
    for (const who of ['ward', 'guardian']) expect(verifyChain(here.chainOf(who))).toEqual({ intact: true });
    expect(await cancel(here.call({ id: here.theirs }))).toMatchObject({ ok: true });
  });

  it('of the child leaves what the guardian added', async () => {
    const here = await withPictures();
    await revoke(here, 'ward');
    expect(picturedIn(here)).toEqual([here.theirs]);
    expect([countOf(here, here.theirs), countOf(here, here.own)]).toEqual([1, 0]);
    expect(here.types('guardian')).toEqual(Array(2).fill('guardian.acted'));
  });

  it('of a guardian goes through for what opens, where a child’s key does not', async () => {
    const here = await withPictures();
    hurtKey(here, 'ward');
    expect(await revoke(here, 'guardian')).toMatchObject({ ok: true });
    expect(here.types('guardian').at(-1)).toBe('authorization.revoked');
  });

  it('of somebody else touches neither', async () => {
    const here = await withPictures();
    for (const who of ['other', 'teen', 'others-ward']) await revoke(here, who);
    expect(picturedIn(here)).toHaveLength(2);
  });

  it.each(['before', 'after'] as const)(
    'may die %s any database call: pushed again, it is whole',
    async (when) => {
      const told = ({ rows }: Pictured) => rows('messages').map(({ template }) => template);
      let struck = 0;
      for (let at = 1; ; at += 1) {
        const here = await withPictures();
        const died = await revoke(faultyStore(here.store, at, when), 'guardian').then(
          () => false,
          () => true,
        );
        expect(await revoke(here, 'guardian')).toMatchObject({ ok: true });
        expect([picturedIn(here), told(here)]).toEqual([[here.own], ['authorization-revoked']]);
        expect(here.types('guardian').filter((type) => type === 'guardian.acted')).toHaveLength(3);
        if (!died) break;
        struck += 1;
      }
      expect(struck).toBeGreaterThan(4);
    },
  );
});
