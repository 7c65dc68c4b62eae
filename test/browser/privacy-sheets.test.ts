import { privacy, setStage } from './privacy-stage';

const stage = setStage();

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
