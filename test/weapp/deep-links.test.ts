/** @jest-environment jsdom */
import { messageTemplates } from '../../src/contracts/message-templates';
import { pageOf } from '../../cloudfunctions/domain/told';
import { declaredRoutes, startMiniProgram, type MiniProgram } from './simulate';

const refused = (code: string, message: string) => ({
  ok: false,
  error: { code, message, retryable: false },
});
const answers: Record<string, unknown> = {};
let mini: MiniProgram;

beforeAll(() => {
  mini = startMiniProgram({
    cloud: (name, { action }) =>
      Promise.resolve(answers[`${name}.${String(action)}`] ?? { ok: true, data: { status: 'member' } }),
  });
});
beforeEach(() => {
  mini.calls.length = 0;
  mini.storage.clear();
});

/** Opens what WeChat's message carries, as WeChat does. */
function openMessage(template: keyof typeof messageTemplates, requestId?: string) {
  const address = new URL(pageOf({ template, ...(requestId && { requestId }) }), 'https://weapp.invalid/');
  return mini.open(address.pathname.slice(1), Object.fromEntries(address.searchParams));
}

test('every message opens a page that there is', () => {
  for (const { page } of Object.values(messageTemplates)) expect(declaredRoutes()).toContain(page);
});

test('a message about a request asks for that request alone, as the first page of the mini program', async () => {
  answers['request.read'] = refused('REQUEST_ALTERED', '记录和存证对不上');
  const page = openMessage('request-answered', 'r 1&2');
  await page.waitForText('记录和存证对不上');
  const asked = mini.calls.flatMap(({ options }) => {
    const { data } = (options ?? {}) as { data?: Record<string, unknown> };
    return data?.action === 'read' ? [data] : [];
  });
  expect(asked).toEqual([{ action: 'read', id: 'r 1&2' }]);
  page.close();
});

test.each(['REQUEST_UNKNOWN', 'INVALID_INPUT'])(
  'one about a request that is not there (%s) says so, and leads to those that are',
  async (code) => {
    answers['request.read'] = refused(code, '没有找到');
    const page = openMessage('request-answered', 'r1');
    await page.waitForText('没有找到这个请求');
    page.tap('.to-list');
    expect(await mini.waitForCall('redirectTo')).toMatchObject({ url: '/pages/privacy/requests/index' });
    page.close();
  },
);

test('who logged out on this phone is asked to log in, and then is where the message leads', async () => {
  mini.storage.set('signedOut', 'yes');
  const page = openMessage('request-answered', 'r1');
  await page.waitForText('登录后才能查看');
  page.tap('.to-login');
  expect(await mini.waitForCall('navigateTo')).toMatchObject({ url: '/pages/login/index?next=back' });
  page.close();
});

test('an address that is no page leads home', async () => {
  mini.openNothing('pages/old/index');
  expect(await mini.waitForCall('reLaunch')).toMatchObject({ url: '/pages/home/index' });
});

test.each([
  ['pages/community/proposal/index', { id: '！' }, 'community.read', '.to-feed', 'community/feed'],
  ['pages/community/publish/index', { id: '！' }, 'community.read', '.to-mine', 'community/mine'],
  ['pages/community/survey/index', { id: '！' }, 'community.survey', '.to-surveys', 'community/surveys'],
  ['pages/policy/index', { version: '第二版' }, 'policy.read', '.policy-to-current', 'policy'],
])('%s with an address that names nothing says so, and leads on', async (route, query, asked, way, to) => {
  answers[asked] = refused('INVALID_INPUT', '“编号”填得不对');
  const page = mini.open(route, query);
  await page.press(way);
  expect(page.text()).not.toContain('填得不对');
  expect(await mini.waitForCall('redirectTo')).toMatchObject({ url: `/pages/${to}/index` });
  page.close();
});
