import { faultsOf } from './axe';
import { privacy, setStage } from './privacy-stage';

const stage = setStage();

test.each([
  ...['centre', 'consents', 'history', 'information', 'request', 'requests', 'leak', 'deregister'],
  'locked',
  ...['collected', 'recipients', 'certificate'],
])(
  'the page %s fits a phone, dark and with large text, and has no accessibility fault',
  async (name) => {
    await stage.submit('access', '登录记录');
    const page = await stage.open(privacy(name), stage.person.openid, {
      colorScheme: 'dark',
      fontScale: 1.5,
    });
    await page.locator('.ui-page__title').waitFor();
    await page.locator('.ui-loading').waitFor({ state: 'detached' });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    // What is cut off does not widen the page.
    const rightmost =
      "Math.max(...[...document.querySelectorAll('.ui-page *')].map((e) => e.getBoundingClientRect().right))";
    expect(await page.evaluate(rightmost)).toBeLessThanOrEqual(390);
    expect(await faultsOf(page)).toEqual([]);
    await stage.phone.screenshot(`privacy-${name}-dark`);
  },
  60_000,
);

test('with large text the button that agrees stays in view, and only the text above it scrolls', async () => {
  const page = await stage.open(privacy('recipients'), stage.person.openid, { fontScale: 1.4 });
  await page.locator('.recipient_visit[role=switch]').click();
  const [agree, text] = [page.locator('.share-agree'), page.locator('.ui-sheet__bd')];
  await agree.waitFor();
  const { y, height } = (await agree.boundingBox()) ?? { y: Infinity, height: 0 };
  expect(y + height).toBeLessThanOrEqual(844);
  expect(await text.evaluate((body) => body.scrollHeight > body.clientHeight)).toBe(true);
  const close = (await page.locator('.ui-sheet__close').boundingBox()) ?? { width: 0, height: Infinity };
  expect(close.width).toBeGreaterThan(close.height);
}, 60_000);
