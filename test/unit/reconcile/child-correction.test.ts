import { staffCopy } from '../../../cloudfunctions/copy/staff';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { openDesk } from '../../laws/requests/desk';

setTestKeys();

beforeAll(() => {
  process.env['STAFF'] = JSON.stringify({ 王审: 'reviewer' });
});
afterAll(() => {
  delete process.env['STAFF'];
});

describe('correcting the age', () => {
  it('[P64] makes no child’s account of an adult’s: staff are told what to do, and nothing changes', async () => {
    const desk = await openDesk('correct', { field: 'age', value: 'child' });
    const [account, request, ledger] = [desk.account(), desk.request(), desk.ledger()];
    const judged = await desk.decide({ decision: 'approve', reviewer: '王审' });
    expect(judged).toMatchObject({ result: 'rejected', resultMessage: staffCopy.childDeclared });
    expect([desk.account(), desk.request(), desk.ledger()]).toEqual([account, request, ledger]);
  });

  it('[P48] to any other is carried out', async () => {
    const desk = await openDesk('correct', { field: 'age', value: 'teen' });
    expect(await desk.decide({ decision: 'approve', reviewer: '王审' })).toMatchObject({ result: 'applied' });
    expect(desk.account()).toMatchObject({ age: 'teen' });
  });

  it('can be answered in words', async () => {
    const desk = await openDesk('correct', { field: 'age', value: 'child' });
    const reply = { decision: 'reply', replyText: '我们会停用这个账号。', reviewer: '王审' };
    expect(await desk.decide(reply)).toMatchObject({ result: 'applied' });
    expect(desk.account()).toMatchObject({ age: 'adult' });
  });
});
