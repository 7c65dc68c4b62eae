import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { faultsOf } from './axe';
import { unzipSync } from 'fflate';
import { dataOf } from '../make/expect-answer';
import { startChromium, type Chromium } from './chromium';
import { setStage } from './privacy-stage';

const stage = setStage();
const folder = mkdtempSync(join(tmpdir(), 'checker-'));
let browser: Chromium;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

test('the page in the copy of data checks a receipt from disk, without a network, and names what was changed', async () => {
  dataOf(await stage.person.choose('analytics'));
  const { base64 } = dataOf(await stage.person.call('account', 'export'));
  const files = unzipSync(Buffer.from(String(base64), 'base64'));
  for (const name of ['check-receipt.html', 'receipts.json'])
    writeFileSync(join(folder, name), files[name] ?? new Uint8Array());
  const policy = JSON.stringify(dataOf(await stage.person.call('policy', 'current')));

  const phone = await browser.openPhone({ url: pathToFileURL(join(folder, 'check-receipt.html')).href });
  const { page } = phone;
  await page.context().setOffline(true);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.locator('#policy').fill(policy);
  await page.locator('#file').setInputFiles(join(folder, 'receipts.json'));
  await page.getByText('✓ 没有被改过').waitFor();
  for (const checked of ['签名', '承诺值', '隐私政策指纹'])
    expect(await page.locator('.quiet').first().innerText()).toContain(checked);
  await phone.screenshot('check-receipt-good');
  expect(await faultsOf(page)).toEqual([]);

  const text = await page.locator('#receipt').inputValue();
  await page.locator('#receipt').fill(text.replace('"analytics"', '"analytixs"'));
  await page.locator('#check').click();
  await page.getByText('✗ 不对').waitFor();
  expect(await page.locator('#result').innerText()).toContain('purpose');
  await page.locator('#receipt').fill('{');
  await page.locator('#check').click();
  await page.getByText('这不是 JSON').waitFor();
  expect(requests).toEqual([]);
  await phone.close();
}, 60_000);
