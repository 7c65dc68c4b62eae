import path from 'node:path';
import fastifyStatic from '@fastify/static';
import fastify from 'fastify';
import AxeBuilder from '@axe-core/playwright';
import { startChromium, type Chromium } from './chromium';

const server = fastify();
let browser: Chromium;
let url: string;

beforeAll(async () => {
  await server.register(fastifyStatic, { root: path.resolve(__dirname, '../../dist/h5'), prefix: '/app/' });
  url = await server.listen({ host: '127.0.0.1', port: 0 });
  browser = await startChromium();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.close();
});

test.each([
  { colorScheme: 'light', fontScale: 1 },
  { colorScheme: 'dark', fontScale: 1.4 },
] as const)(
  'the app opens at /app/ in $colorScheme at font scale $fontScale, and fits a phone',
  async (look) => {
    const phone = await browser.openPhone({ url: `${url}/app/`, ...look });
    await phone.page.getByText('您的信息由您做主').waitFor();
    expect(await phone.page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    const size = await phone.page.evaluate(
      "parseFloat(getComputedStyle(document.querySelector('.ui-cell')).fontSize)",
    );
    expect(size).toBeCloseTo(17 * look.fontScale);
    expect((await new AxeBuilder({ page: phone.page }).analyze()).violations).toEqual([]);
    await phone.screenshot(`trial-${look.colorScheme}`);
    expect(phone.problems).toEqual([]);
    await phone.close();
  },
  60_000,
);

test('a switch is worked by tap and by keyboard', async () => {
  const phone = await browser.openPhone({ url: `${url}/app/` });
  const row = phone.page.getByRole('switch', { name: '位置' });
  await row.click();
  await expect(row.getAttribute('aria-checked')).resolves.toBe('true');
  await row.press('Enter');
  await expect(row.getAttribute('aria-checked')).resolves.toBe('false');
  await phone.close();
}, 60_000);

test('an avatar from disk becomes a small picture', async () => {
  const phone = await browser.openPhone({ url: `${url}/app/` });
  const chooser = phone.page.waitForEvent('filechooser');
  await phone.page.locator('.ui-avatar').click();
  await (await chooser).setFiles(await phone.screenshot('trial-avatar'));
  await phone.page.getByText('15/20').waitFor();
  await phone.close();
}, 60_000);

test('the bar of the H5 build names the page and leads back', async () => {
  const phone = await browser.openPhone({ url: `${url}/app/` });
  await phone.page.locator('.to-privacy').click();
  await phone.page.locator('.ui-nav-bar__title:visible', { hasText: '隐私中心' }).waitFor();
  await phone.screenshot('trial-nav-bar');
  await phone.page.getByRole('button', { name: '返回' }).click();
  await phone.page.getByText('您的信息由您做主').waitFor();
  await phone.close();
}, 60_000);
