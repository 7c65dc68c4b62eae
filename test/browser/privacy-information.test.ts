import { readFileSync } from 'node:fs';
import { faultsOf } from './axe';
import { unzipSync } from 'fflate';
import { controller } from '../../src/contracts/controller';
import { fail, type ErrorCode } from '../../src/contracts/errors';
import { privacy, setStage } from './privacy-stage';

const stage = setStage();

test('[P45] what is held is shown with its purpose, basis, source and life, and corrected in place', async () => {
  const page = await stage.open(privacy('information'));
  const address = page.locator('.information_address');
  await address.getByText(stage.person.address).waitFor();
  for (const words of ['用途：完善资料', '依据：您的同意', '来源：您自己填写', '保存：到注销账号为止'])
    expect(await address.innerText()).toContain(words);
  expect(await page.locator('.information_phone').innerText()).not.toContain(stage.person.number);
  await page.locator('.edit_wechatId').click();
  await page.locator('.input_wechatId input').fill('有 空格');
  await page.locator('.save_wechatId').click();
  await page.getByText('填得不对或太长').waitFor();
  await page.locator('.edit_nickname').click();
  await page.locator('.input_nickname input').fill('x'.repeat(30));
  expect(await page.locator('.input_nickname input').inputValue()).toHaveLength(20);
  await page.locator('.input_nickname input').fill('新名字');
  await page.locator('.save_nickname').click();
  await page.locator('.information_nickname').getByText('新名字').waitFor();
  await page.locator('.edit_address').click();
  await page.locator('.clear_address').click();
  await page.getByText('清空地址吗？').waitFor();
  await page.getByText('不清空').click();
  await page.locator('.input_address textarea').fill(' ');
  await page.locator('.save_address').click();
  await page.locator('.confirm-clear').click();
  await address.getByText('没有填写').waitFor();
}, 60_000);

test('a phone is changed by proving the new one', async () => {
  const page = await stage.open(privacy('information'));
  await page.locator('.edit_phone').click();
  const row = page.locator('.information_phone');
  await row.locator('.ui-phone-number input').fill('13700009999');
  await row.locator('.ui-phone').click();
  await row.getByText('137****9999').waitFor();
}, 60_000);

test('the city is changed on its own page', async () => {
  const page = await stage.open(privacy('information'));
  await page.locator('.edit_city').click();
  await page.locator('.city-search').first().waitFor();
  expect(page.url()).toContain('pages/city/index');
}, 60_000);

test('what needs staff leads to a prefilled request, whose approval changes the fact', async () => {
  const page = await stage.open(privacy('information'));
  await page.locator('.edit_age').click();
  await page.locator('.ui-radio_teen').click();
  await page.locator('.submit-request').click();
  await page.getByText('改成：14 至 17 周岁').waitFor();
  await stage.decide(await stage.newestRequest(), { decision: 'approve' });
  await page.goto(
    `${stage.cloud.cloud.url}/app/?openid=${stage.person.openid}#/pages/${privacy('information')}`,
  );
  await page.reload();
  await page.locator('.information_age').getByText('14 至 17 周岁').waitFor();
}, 60_000);

test('a full copy is saved at once', async () => {
  const page = await stage.open(privacy('information'));
  const download = page.waitForEvent('download');
  await page.locator('.save-copy').click();
  const files = unzipSync(readFileSync(await (await download).path()));
  expect(Buffer.concat(Object.values(files)).toString()).toContain(stage.person.address);
  await page.getByText('副本已经交给您').waitFor();
}, 60_000);

test('[P71] where a refusal says to write an e-mail, the address stands with it', async () => {
  const page = await stage.open(privacy('information'));
  const refuse = (action: string, code: ErrorCode) =>
    page.route('**/invoke/account', (route) =>
      route.request().postData()?.includes(`"${action}"`) === true
        ? route.fulfill({ json: fail(code) })
        : route.fallback(),
    );
  await refuse('export', 'COPY_TOO_LARGE');
  await page.locator('.save-copy').click();
  await page.getByText('手机上一次装不下').waitFor();
  await page.locator('.contact-email').getByText(controller.email).waitFor();
  await refuse('profile', 'DATA_DAMAGED');
  await page.reload();
  await page.getByText('您的一部分信息打不开了').waitFor();
  await page.locator('.contact-email').getByText(controller.email).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await stage.phone.screenshot('privacy-information-damaged');
}, 60_000);

test('the number before a change is a row only after a change, with what it is there for', async () => {
  const page = await stage.open(privacy('information'));
  await page.locator('.information_phone').waitFor();
  expect(await page.locator('.information_formerPhone').count()).toBe(0);
  await page.locator('.edit_phone').click();
  const row = page.locator('.information_phone');
  await row.locator('.ui-phone-number input').fill('13700009998');
  await row.locator('.ui-phone').click();
  await page.locator('.information_formerPhone').getByText('就换回来了').waitFor();
  await page.locator('.information_formerPhone').scrollIntoViewIfNeeded();
  await stage.phone.screenshot('privacy-information-former');
}, 60_000);
