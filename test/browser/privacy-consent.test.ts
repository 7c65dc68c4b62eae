import { dataOf } from '../make/expect-answer';
import { privacy, setStage, thumb } from './privacy-stage';

const stage = setStage();

test('[P53] [P08] everything is off; withdrawing never takes more taps than granting', async () => {
  const page = await stage.open(privacy('consents'));
  const switches = page.getByRole('switch');
  await switches.first().waitFor();
  expect(await switches.count()).toBe(4);
  for (const one of await switches.all()) expect(await one.getAttribute('aria-checked')).toBe('false');
  for (const purpose of ['locate', 'same-city']) {
    const row = page.locator(`.consent_${purpose}`);
    const [giving, taking] = [thumb(), thumb()];
    await giving.tap(row);
    if (purpose === 'locate') {
      expect(await stage.grants()).toEqual([]);
      await page.getByText('这是敏感个人信息').waitFor();
      await giving.tap(page.locator('.consent-agree'));
    }
    await row.getByText('已开启', { exact: true }).waitFor();
    expect(await stage.grants()).toEqual([purpose]);
    await taking.tap(row);
    await row.getByText('已关闭', { exact: true }).waitFor();
    expect(await stage.grants()).toEqual([]);
    expect(taking.taps()).toBeLessThanOrEqual(giving.taps());
  }
}, 60_000);

test('[P08] a switch names what is used and for how long, before it is on', async () => {
  const page = await stage.open(privacy('consents'));
  const { items } = dataOf(await stage.person.call('consent', 'current')) as {
    items: { purpose: string; uses: { label: string; keptFor: string }[] }[];
  };
  expect(items.filter(({ uses }) => uses.length === 0).map(({ purpose }) => purpose)).toEqual(['locate']);
  for (const { purpose, uses } of items)
    for (const { label, keptFor } of uses) {
      const row = page.locator(`.consent_${purpose}`);
      await row.getByText(new RegExp(`会用到：.*${label}.*（${keptFor}）`)).waitFor();
    }
}, 60_000);

test('a choice that was not kept goes back, with the reason', async () => {
  const page = await stage.open(privacy('consents'));
  const row = page.locator('.consent_analytics');
  await row.waitFor();
  await page.route('**/invoke/consent', (route) => route.abort());
  await row.click();
  await page.getByText('网络不通，请检查网络后再试。').waitFor();
  expect(await row.getAttribute('aria-checked')).toBe('false');
  expect(await stage.grants()).toEqual([]);
}, 60_000);

test('[P54] each choice stays in the history with a receipt that can be taken along', async () => {
  for (const granted of [true, false]) dataOf(await stage.person.choose('same-city', granted));
  const page = await stage.open(privacy('history'));
  const events = page.locator('.history-event');
  await events.nth(1).waitFor();
  expect(await events.nth(0).innerText()).toContain('撤回');
  expect(await events.nth(1).innerText()).toContain('同意');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await events.nth(1).click();
  await page.locator('.copy-receipt').click();
  await page.getByRole('note').filter({ hasText: '已复制' }).waitFor();
  const copied = JSON.parse(String(await page.evaluate('navigator.clipboard.readText()'))) as object;
  expect(copied).toMatchObject({
    type: 'consent.granted',
    purpose: 'same-city',
    policyVersion: await stage.person.policyVersion(),
  });
}, 60_000);
