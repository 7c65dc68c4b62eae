import { listRecipients } from '../../../cloudfunctions/consent/recipients';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { memberWorld, type MemberWorld } from '../../make/sharing-world';

setTestKeys();

describe('the list of recipients', () => {
  const recalled = async (made: MemberWorld) => {
    const answer = await listRecipients(made.call({}));
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.data.items.find(({ recipient }) => recipient === 'visit')?.recalled;
  };

  it('[P51] says what became of a deletion: asked, and acknowledged or excused, until the next choice', async () => {
    const made = await memberWorld();
    await made.share('visit');
    expect(await recalled(made)).toBeNull();
    await made.send();
    made.wait(5);
    await made.share('visit', false);
    const fields = ['昵称', '手机号', '地址'];
    const at = made.now().toISOString();
    expect(await recalled(made)).toEqual({ state: 'waiting', at, fields, law: null });
    made.wait(5);
    await made.send();
    const doneAt = made.now().toISOString();
    expect(await recalled(made)).toEqual({ state: 'done', at: doneAt, fields, law: null });
    await made.store.change('disclosures', { kind: 'deletion' }, { state: 'excused', law: '某法第一条' });
    expect(await recalled(made)).toEqual({ state: 'excused', at: doneAt, fields, law: '某法第一条' });
    made.wait(5);
    await made.share('visit');
    expect(await recalled(made)).toBeNull();
  });

  it('reads once more only for a person who ever let something be given', async () => {
    const made = await memberWorld();
    const find = jest.spyOn(made.store, 'find');
    await listRecipients(made.call({}));
    expect(find).toHaveBeenCalledTimes(1);
    await made.share('visit');
    find.mockClear();
    await listRecipients(made.call({}));
    expect(find).toHaveBeenCalledTimes(2);
  });
});
