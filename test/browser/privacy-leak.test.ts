import { faultsOf } from './axe';
import { dataOf } from '../make/expect-answer';
import { makePerson } from '../make/person';
import { smallJpeg } from '../make/pictures';
import { privacy, setStage } from './privacy-stage';

const stage = setStage();
const mine = async () =>
  dataOf(await stage.person.call('request', 'mine'))['requests'] as {
    id: string;
    kind: string;
    state: string;
  }[];

test('[P43] one tap in the privacy centre reports a leak, and another takes it back', async () => {
  const page = await stage.open(privacy('centre'));
  await page.locator('.to-leak').click();
  await page.getByText('排在最前面办理').waitFor();
  expect(await mine()).toMatchObject([{ kind: 'leak', state: 'verified' }]);
  expect(await faultsOf(page)).toEqual([]);
  await stage.phone.screenshot('privacy-leak');
  await page.locator('.undo-leak').click();
  await page.getByText('已经撤销').waitFor();
  expect(await mine()).toMatchObject([{ kind: 'leak', state: 'cancelled' }]);
}, 60_000);

test('[P43] words may follow the report, which keeps its place with them', async () => {
  const page = await stage.open(privacy('centre'));
  await page.locator('.to-leak').click();
  await page.locator('.add-leak-words:visible').click();
  await page.getByText('请先写几句说明。').waitFor();
  await page.locator('.leak-words textarea').fill('群里有人发了我的手机号');
  await page.locator('.add-leak-words').click();
  await page.getByText('您的说明').waitFor();
  const [kept, gone] = await mine();
  expect([kept?.state, gone?.state]).toEqual(['verified', 'cancelled']);
  const read = dataOf(await stage.person.call('request', 'read', { id: kept?.id }));
  expect(read).toMatchObject({ kind: 'leak', details: '群里有人发了我的手机号' });
}, 60_000);

test('[P43] whoever comes back finds the open report, and files a second one only as another one', async () => {
  const page = await stage.open(privacy('centre'));
  await page.locator('.to-leak').click();
  await page.getByText('排在最前面办理').waitFor();
  await page.goBack();
  await page.locator('.to-leak').click();
  await page.locator('.undo-leak').waitFor();
  expect(await mine()).toHaveLength(1);
  const again = await stage.open(privacy('leak'));
  await again.locator('.undo-leak').waitFor();
  await again.locator('.to-progress').click();
  await again.locator('.to-leak-words:visible').click();
  await again.locator('.add-leak-words:visible').waitFor();
  const more = await stage.open(privacy('leak'));
  await more.locator('.another-leak').click();
  await more.locator('.report-leak').click();
  await more.locator('.undo-leak').waitFor();
  expect(await mine()).toHaveLength(2);
}, 60_000);

test('[P43] a report with pictures keeps them: words are not offered, and where to go on is said', async () => {
  const page = await stage.open(privacy('centre'));
  await page.locator('.to-leak').click();
  await page.locator('.to-progress').click();
  await page.locator('.add-picture').waitFor();
  const id = await stage.newestRequest();
  dataOf(await stage.person.call('request', 'attach', { id, picture: smallJpeg.toString('base64') }));
  await page.goBack();
  await page.getByText('请到办理进度里加图片或换图片').waitFor({ timeout: 10_000 });
  expect(await page.locator('.add-leak-words').count()).toBe(0);
  await stage.phone.screenshot('privacy-leak-pictures');
  expect(await mine()).toMatchObject([{ kind: 'leak', state: 'verified' }]);
}, 60_000);

test('[P43] the foot of the home page leads to the report, and words may come before it', async () => {
  const page = await stage.open('home/index');
  await page.locator('.home-leak').click();
  await page.locator('.leak-words textarea').fill('在论坛上看到的');
  await page.locator('.report-leak').click();
  await page.getByText('在论坛上看到的').first().waitFor();
  expect((await mine()).map(({ kind }) => kind)).toEqual(['leak']);
}, 60_000);

test.each([
  ['light', 1],
  ['dark', 1.5],
] as const)(
  'a field of several lines is as large and as clear as one of one line, %s at %f',
  async (colorScheme, fontScale) => {
    const page = await stage.open(privacy('leak'), stage.person.openid, { colorScheme, fontScale });
    await page.locator('.leak-words textarea').waitFor();
    const style = await page.evaluate<Record<string, string>>(`(() => {
      const inner = getComputedStyle(document.querySelector('.leak-words textarea'));
      const outer = getComputedStyle(document.querySelector('.leak-words .ui-field__input'));
      return { ground: inner.backgroundColor, size: inner.fontSize, color: inner.color,
        outerSize: outer.fontSize, outerColor: outer.color };
    })()`);
    expect(style).toMatchObject({ ground: 'rgba(0, 0, 0, 0)', size: style['outerSize'] });
    expect(style['color']).toBe(style['outerColor']);
    expect(parseFloat(style['size'] ?? '')).toBeGreaterThanOrEqual(17 * fontScale);
  },
  60_000,
);

test.each([
  ['adult', 'guardian', '涉及孩子的请求'],
  ['teen', 'complaint', '你还没满 18 周岁'],
])(
  '[P75] the way in for minors opens for an %s as %s, and says who will handle it',
  async (age, kind, said) => {
    const person = makePerson(stage.cloud);
    dataOf(await person.register({ age }));
    const page = await stage.open(privacy('centre'), person.openid);
    await page.locator('.to-minors').click();
    await page.getByText(said).waitFor();
    expect(await page.locator(`.ui-radio_${kind}`).getAttribute('aria-checked')).toBe('true');
  },
  60_000,
);

test.each([
  ['light', 1],
  ['dark', 1.5],
] as const)(
  'the progress of a request has no accessibility fault and fits, %s at %f',
  async (colorScheme, fontScale) => {
    const id = await stage.submit('access', '登录记录');
    const page = await stage.open(privacy('progress', `?id=${id}`), stage.person.openid, {
      colorScheme,
      fontScale,
    });
    await page.locator('.ui-months').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    const rightmost =
      "Math.max(...[...document.querySelectorAll('.ui-page *')].map((e) => e.getBoundingClientRect().right))";
    expect(await page.evaluate(rightmost)).toBeLessThanOrEqual(390);
    expect(await faultsOf(page)).toEqual([]);
    await stage.phone.screenshot(`privacy-progress-${colorScheme}`);
  },
  60_000,
);
