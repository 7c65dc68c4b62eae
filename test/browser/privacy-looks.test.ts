import AxeBuilder from '@axe-core/playwright';
import { privacy, setStage } from './privacy-stage';

const stage = setStage();

test.each([
  ...['centre', 'consents', 'history', 'information', 'request', 'requests', 'deregister'],
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
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
    await stage.phone.screenshot(`privacy-${name}-dark`);
  },
  60_000,
);
