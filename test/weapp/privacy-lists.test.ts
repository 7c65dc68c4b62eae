/** @jest-environment jsdom */
import { collectedList, sharingList } from '../../src/contracts/data-map/derive/lists';
import { startMiniProgram, until, type MiniProgram } from './simulate';

const good = (data: unknown) => ({ ok: true, data });
const bad = (code: string, message: string) => ({ ok: false, error: { code, message, retryable: false } });
const account = {
  age: 'adult',
  city: null,
  policyVersion: '1',
  registeredAt: '2025-04-25T00:00:00.000Z',
  eraseAfter: null,
  countsPages: false,
};
const recipientsWith = (more: object) => ({
  items: sharingList().map((entry) => ({
    ...entry,
    state: 'in-use',
    granted: false,
    since: null,
    voided: false,
    delivery: null,
    recalled: null,
    ...(entry.recipient === 'visit' ? more : {}),
  })),
  policyVersion: '1',
});

/** What the functions answer, by `function.action`. */
const answers: Record<string, unknown> = {};
let mini: MiniProgram;
beforeAll(() => {
  mini = startMiniProgram({
    cloud: (name, { action }) =>
      Promise.resolve(answers[`${name}.${String(action)}`] ?? bad('INTERNAL', '没有准备')),
  });
});
beforeEach(() => {
  mini.calls.splice(0);
  mini.storage.clear();
  for (const key of Object.keys(answers)) Reflect.deleteProperty(answers, key);
  answers['account.session'] = good({ status: 'member', account });
  answers['consent.recipients'] = good(recipientsWith({}));
});

const sent = (action: string) =>
  mini.calls.flatMap(({ api, options }) => {
    const { data } = (options ?? {}) as { data?: Record<string, unknown> };
    return api === 'cloud.callFunction' && data?.action === action ? [data] : [];
  });

test('[P21] [P53] giving to a recipient asks by itself, with name, contact and fields; one tap takes it back', async () => {
  const page = mini.open('pages/privacy/recipients/index');
  await page.waitForText('没有同意');
  page.tap('.recipient_visit');
  await page.waitForText('单独问您');
  for (const words of [
    '点同意后，几分钟内提供给它',
    '接收方：示例关联公司',
    '不是真的公司',
    '手机号',
    'wkwycpnlfzzx@onewo.com',
  ])
    await page.waitForText(words);
  expect(sent('share')).toEqual([]);
  const at = '2025-04-25T00:00:00.000Z';
  answers['consent.share'] = good({ recipient: 'visit', granted: true, at, receiptId: '2' });
  await page.press('.share-agree');
  await page.waitForText('已同意');
  answers['consent.share'] = good({ recipient: 'visit', granted: false, at, receiptId: '3' });
  await page.waitForText('08:00 同意');
  await page.waitForText('几分钟内提供');
  page.tap('.recipient_visit');
  await page.waitForText('08:00 撤回');
  expect(sent('share').map(({ recipient, granted }) => [recipient, granted])).toEqual([
    ['visit', true],
    ['visit', false],
  ]);
  page.close();
});

test('[P28] what was agreed to says when it left, which fields, and what there was not to give', async () => {
  const since = '2026-03-02T03:23:00.000Z';
  const delivery = {
    state: 'done',
    at: '2026-03-02T03:24:00.000Z',
    fields: ['昵称', '手机号'],
    missing: ['地址'],
  };
  answers['consent.recipients'] = good(recipientsWith({ granted: true, since, delivery }));
  const page = mini.open('pages/privacy/recipients/index');
  await page.waitForText('11:24 已提供：昵称、手机号');
  await page.waitForText('没有提供：地址（没有填写）');
  expect(page.text()).not.toContain('正在使用');
  page.close();
});

test('[P51] after a withdrawal the list says what became of the deletion there', async () => {
  const recalled = { state: 'done', at: '2026-03-02T02:05:00.000Z', fields: ['手机号', '地址'], law: null };
  const since = '2026-03-02T02:00:00.000Z';
  answers['consent.recipients'] = good(recipientsWith({ since, recalled }));
  const page = mini.open('pages/privacy/recipients/index');
  await page.waitForText('10:05 对方已确认删除：手机号、地址');
  page.close();
  const owed = { ...recalled, state: 'waiting', at: since };
  answers['consent.recipients'] = good(recipientsWith({ since, recalled: owed }));
  const again = mini.open('pages/privacy/recipients/index');
  await again.waitForText('10:00 已通知对方删除：手机号、地址。等它确认');
  again.close();
});

test('[P28] without an answer the list still stands, straight from the map', async () => {
  answers['consent.recipients'] = bad('NETWORK', '网络不通，请检查网络后再试。');
  const page = mini.open('pages/privacy/recipients/index');
  for (const { name } of sharingList()) await page.waitForText(name);
  expect(page.text()).toContain('腾讯云服务协议，长期有效');
  expect(page.text()).not.toContain('2099');
  await page.waitForText('网络不通');
  page.close();
});

test('[P28] a guest reads of no switches, and finds the way to log in', async () => {
  answers['account.session'] = good({ status: 'guest' });
  const page = mini.open('pages/privacy/recipients/index');
  await page.waitForText('登录以后，可以一家一家选择');
  expect(page.text()).not.toContain('开关');
  page.tap('.recipients-login');
  expect(await mini.waitForCall('navigateTo')).toMatchObject({ url: '/pages/login/index?next=back' });
  page.close();
});

test('[P28] [P29] the list of collected information opens by category, for a guest too', async () => {
  answers['account.session'] = good({ status: 'guest' });
  answers['account.profile'] = bad('NOT_REGISTERED', '您还没有注册');
  const page = mini.open('pages/privacy/collected/index');
  await page.waitForText('手机里存的');
  for (const { label, items } of collectedList()) {
    const names = [...new Set(items.map((item) => item.label))];
    expect(page.text()).toContain(`${label}${names.join('、')}${String(names.length)} 项`);
  }
  page.tap('.group_contact');
  await page.waitForText('什么时候：注册和登录时');
  await page.waitForText('设备识别码');
  expect(page.text()).not.toContain('模拟的微信身份');
  page.close();
});

test('[P31] pages are counted only while the session says that they may be', async () => {
  const visit = async () => {
    const page = mini.open('pages/privacy/centre/index');
    await page.waitForText('同意管理');
    page.close();
  };
  for (let turn = 0; turn < 6; turn += 1) await visit();
  expect(sent('usage')).toEqual([]);
  answers['account.session'] = good({
    status: 'member',
    account: { ...account, countsPages: true },
  });
  answers['consent.usage'] = good({ kept: 5 });
  for (let turn = 0; turn < 6; turn += 1) await visit();
  await until(
    () => sent('usage').length > 0,
    () => 'nothing was sent',
  );
  const [first] = sent('usage') as unknown as [{ events: { page: string; dwell: number }[] }];
  expect(first.events).toHaveLength(5);
  expect(first.events.map(({ page }) => page)).toEqual(Array(5).fill('pages/privacy/centre/index'));
  answers['account.session'] = good({ status: 'member', account });
  await visit();
  const before = sent('usage').length;
  for (let turn = 0; turn < 6; turn += 1) await visit();
  expect(sent('usage')).toHaveLength(before);
});

describe('the certificate', () => {
  const id = '0d5a9a2e-1111-4222-8333-444455556666';
  const certificate = {
    subject: id,
    begunAt: '2026-03-02T02:00:00.000Z',
    certifiedAt: '2026-03-02T02:10:00.000Z',
    keyFingerprint: 'f'.repeat(64),
    counts: { accounts: { removed: 1, reduced: 0, found: 0 }, ledger: { removed: 0, reduced: 3, found: 0 } },
    recipients: [{ recipient: 'visit', outcome: 'acknowledged', at: '2026-03-02T02:05:00.000Z' }],
    signature: 's'.repeat(86),
  };

  test('[P57] is found by the number that this phone keeps, and says what was removed and who was told', async () => {
    mini.storage.set('certificate', id);
    answers['account.certificate'] = good({ state: 'certified', certificate, publicKey: 'PEM' });
    const page = mini.open('pages/privacy/certificate/index');
    for (const words of [
      '已经删除完成',
      '删除 1 条',
      '法律要求留下的',
      '账号安全记录',
      '示例关联公司',
      '已确认删除',
      'f'.repeat(64),
      id,
    ])
      await page.waitForText(words);
    page.tap('.copy-certificate');
    const { data } = (await mini.waitForCall('setClipboardData')) as { data: string };
    expect(JSON.parse(data)).toEqual({ certificate, publicKey: 'PEM' });
    page.close();
  });

  test('can be asked for on another phone by its number', async () => {
    answers['account.certificate'] = good({ state: 'waiting', publicKey: 'PEM' });
    const page = mini.open('pages/privacy/certificate/index');
    await page.waitForText('这部手机上没有编号');
    page.input('.certificate-id', '不对');
    await page.press('.look-up');
    await page.waitForText('编号填得不对');
    expect(page.text()).toContain('应该有 32 个数字和字母，您填了 2 个');
    page.input('.certificate-id', ` ${id.toUpperCase().replace(/-/g, ' － ')}`);
    await page.press('.look-up');
    await page.waitForText('我们这里已经删完');
    expect(sent('certificate')).toEqual([{ action: 'certificate', id }]);
    answers['account.certificate'] = bad('CERTIFICATE_UNKNOWN', '没有找到这个编号的证明。');
    page.input('.certificate-id', id.replace('0d5a', '1d5a'));
    await page.press('.look-up');
    await page.waitForText('没有找到这个编号的证明');
    expect(page.text()).not.toContain('复制编号');
    page.close();
  });

  test('its number is kept when the account is left, shown while it is frozen, and dropped when it is restored', async () => {
    answers['account.deregister'] = good({ eraseAfter: '2026-11-27T16:00:00.000Z', certificateId: id });
    const page = mini.open('pages/privacy/deregister/index');
    await page.waitForText('过了反悔期不能恢复');
    page.tap('.leave-certain');
    await until(
      () => !page.text().includes('勾选后'),
      () => 'not ticked',
    );
    page.send('.ui-phone', 'getphonenumber', { code: 'abc' });
    await mini.waitForCall('redirectTo');
    expect(mini.storage.get('certificate')).toBe(id);
    page.close();
    answers['account.session'] = good({
      status: 'frozen',
      account: { ...account, eraseAfter: '2026-11-27T16:00:00.000Z' },
    });
    const frozen = mini.open('pages/privacy/frozen/index');
    await frozen.waitForText(id);
    answers['account.restore'] = good({ status: 'member' });
    answers['account.session'] = good({ status: 'member', account });
    frozen.tap('.restore');
    await frozen.waitForText('账号已恢复');
    expect(mini.storage.get('certificate')).toBeUndefined();
    frozen.close();
  });
});
