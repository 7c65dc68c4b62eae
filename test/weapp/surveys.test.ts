/** @jest-environment jsdom */
import { homeCopy } from '../../src/copy/home';
import { surveyCopy, surveysCopy, tallyCopy } from '../../src/copy/survey';
import { communityOn } from './community-people';
import { asked, opening } from '../make/surveys';
import { setStage } from './stage';

const LIST = 'pages/community/surveys/index';
const SURVEY = 'pages/community/survey/index';

const stage = setStage();
const { member, open, gone } = communityOn(stage);

async function openSurvey(id: string, closesAt = '2099-01-01T00:00:00.000Z'): Promise<string> {
  const answered = await stage.cloud.post('/invoke/retention', opening(id, { closesAt }));
  expect(answered).toMatchObject({ ok: true });
  return id;
}
async function crowd(id: string, size: number): Promise<void> {
  for (let left = size; left > 0; left -= 1) {
    await member();
    await stage.ask('community', 'answer', { id, answers: [0, [0, 2], 3, null] });
  }
}
const read = (id: string) => stage.ask('community', 'survey', { id });

describe('the list', () => {
  // First: nothing is open yet.
  test('is reached from the home page, and says that there is nothing yet', async () => {
    stage.handTo('oSurvey-guest');
    const home = await open('pages/home/index');
    expect(home.text()).toContain(homeCopy.surveysHint);
    expect(home.text()).not.toContain('还在建设中');
    home.tap('.home-surveys');
    const page = await stage.follow('navigateTo', home);
    await page.waitForText(surveysCopy.empty.title);
    page.close();
  });

  test('[P16] says which are open, which are over, and which the person filled in', async () => {
    const id = await openSurvey('listed');
    // Nobody can open one that is over already.
    await stage.cloud.post('/clock', { now: '2025-12-01T00:00:00.000Z' });
    await openSurvey('past', '2026-01-01T00:00:00.000Z');
    await stage.cloud.post('/clock', { now: null });
    await member();
    let page = await open(LIST);
    for (const words of [asked.title, surveysCopy.open, surveysCopy.over])
      expect(page.text()).toContain(words);
    expect(page.text()).not.toContain(surveysCopy.answered);
    page.close();
    await stage.ask('community', 'answer', { id, answers: [1, null, null, null] });
    page = await open(LIST);
    expect(page.text().split(surveysCopy.answered)).toHaveLength(2);
    page.tap('.survey-row');
    expect(await stage.mini.waitForCall('navigateTo')).toMatchObject({
      url: expect.stringMatching(/^\/pages\/community\/survey\/index\?id=/) as string,
    });
    page.close();
  });
});

describe('a survey', () => {
  test('[P16] is filled in once however fast it is tapped, shows the counts from five people on, and is taken back', async () => {
    const id = await openSurvey('filled');
    await crowd(id, 4);
    await member();
    const page = await open(SURVEY, { id });
    for (const words of [...surveyCopy.promise.lines, surveyCopy.promise.words, tallyCopy.few(5)])
      expect(page.text()).toContain(words);
    page.tap('.send-answers');
    await page.waitForText(surveyCopy.missing);
    expect(stage.functionsCalled()).toEqual([]);
    page.tap('.ui-radio_q0-1');
    page.tap('.survey-check_q1-1');
    page.tap('.survey-step_5');
    page.input('.survey-words_3', '我的话');
    await page.waitForText('✓ 5');
    expect(page.attribute('.survey-step_5', 'aria-label')).toBe(surveyCopy.end(5, '很满意'));
    expect(page.attribute('.survey-step_5', 'aria-checked')).toBe('true');
    page.tap('.send-answers');
    page.tap('.send-answers');
    await page.waitForText(surveyCopy.sent.title);
    expect(stage.functionsCalled().filter((name) => name === 'community.answer')).toHaveLength(1);
    await page.waitForText(`${tallyCopy.base(5)}${tallyCopy.everyFew(5)}`);
    for (const words of [
      `低层${tallyCopy.people(4, 80)}`,
      `高层${tallyCopy.people(1, 20)}`,
      tallyCopy.average('4.2'),
      tallyCopy.fewHere(5),
    ])
      expect(page.text()).toContain(words);
    expect(await read(id)).toMatchObject({ answered: 5, mine: [1, [1], 4, '我的话'] });
    page.tap('.take-back-answers');
    await page.waitForText(surveyCopy.takeBackAsk.title);
    await page.press('.confirm-take-back');
    await page.waitForText(surveyCopy.taken.title);
    await gone(page, '.survey-bar');
    expect(await read(id)).toMatchObject({ answered: 4, mine: null });
    page.close();
  }, 60_000);

  test('[P04] is read by a guest, who is led to log in by the button, and nothing is held of them', async () => {
    const id = await openSurvey('read');
    stage.handTo('oSurvey-guest');
    const before = await stage.cloud.everything();
    const page = await open(SURVEY, { id });
    expect(page.text()).toContain('最想改什么');
    await page.waitForText(surveyCopy.login);
    page.tap('.ui-radio_q0-0');
    page.tap('.send-answers');
    expect(await stage.mini.waitForCall('navigateTo')).toMatchObject({
      url: '/pages/login/index?next=back',
    });
    expect(await stage.cloud.everything()).toEqual(before);
    page.close();
  });

  test('of a child shows everything but the form, in kind words', async () => {
    const id = await openSurvey('child');
    await member();
    const { cloud } = stage.phone;
    const account = { ...((await stage.ask('account', 'session'))['account'] as object), age: 'child' };
    stage.phone.cloud = (name, data) =>
      data.action === 'session'
        ? Promise.resolve({ ok: true, data: { status: 'child', account } })
        : cloud(name, data);
    const page = await open(SURVEY, { id });
    await page.waitForText(surveyCopy.child.title);
    stage.phone.cloud = cloud;
    expect(page.has('.send-answers')).toBe(false);
    page.close();
  });

  test('that is over shows the counts alone', async () => {
    const id = await openSurvey('ending', new Date(Date.now() + 60 * 60_000).toISOString());
    await crowd(id, 5);
    await member();
    await stage.cloud.post('/clock', { now: new Date(Date.now() + 2 * 60 * 60_000).toISOString() });
    const page = await open(SURVEY, { id });
    for (const words of [surveyCopy.over.title, tallyCopy.base(5), `低层${tallyCopy.people(5, 100)}`])
      expect(page.text()).toContain(words);
    expect(page.has('.send-answers')).toBe(false);
    page.close();
    await stage.cloud.post('/clock', { now: null });
  }, 60_000);

  test('that is over with fewer than five says that no counts will come', async () => {
    await member();
    const page = await open(SURVEY, { id: 'past' });
    expect(page.text()).toContain(tallyCopy.fewOver(5));
    page.close();
  });

  test('that nobody opened leads to the others', async () => {
    await member();
    const page = await open(SURVEY, { id: 'nothing' });
    expect(page.text()).toContain(surveyCopy.missingSurvey.title);
    page.tap('.to-surveys');
    expect(await stage.mini.waitForCall('redirectTo')).toMatchObject({ url: `/${LIST}` });
    page.close();
  });
});
