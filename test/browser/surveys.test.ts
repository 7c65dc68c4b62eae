import { surveyCopy, surveysCopy, tallyCopy } from '../../src/copy/survey';
import { dataOf } from '../make/expect-answer';
import { press, sees, writeIn } from './community-pages';
import { setStage } from './privacy-stage';
import { answer, openSurvey } from '../make/surveys';
import { crowd } from './surveys-asked';

const stage = setStage();

const survey = async (id: string) => dataOf(await stage.person.call('community', 'survey', { id }));

test('[P16] a survey is found, filled in, counted, changed and taken back by the person themselves', async () => {
  const id = await openSurvey(stage.cloud, 'journey');
  await crowd(stage.cloud, id, 4, [0, [0, 2], 3, null]);
  const page = await stage.open('home/index');
  await press(page, '.home-surveys');
  await page.locator('.survey-row', { hasText: surveysCopy.open }).click();
  await sees(page, tallyCopy.few(5));
  for (const line of surveyCopy.promise.lines) await sees(page, line);
  await press(page, '.send-answers');
  await sees(page, surveyCopy.missing);
  await press(page, '.ui-radio_q0-1');
  await press(page, '.survey-check_q1-2');
  await press(page, '.survey-check_q1-0');
  await press(page, '.survey-step_5');
  await writeIn(page, '.survey-words_3', '  灯再亮一点  ');
  await press(page, '.send-answers');
  await sees(page, surveyCopy.sent.title);
  expect(await survey(id)).toMatchObject({ answered: 5, mine: [1, [0, 2], 4, '灯再亮一点'] });
  const bar = (words: string) => page.locator('.survey-bar:visible', { hasText: words }).textContent();
  await sees(page, `${tallyCopy.base(5)}${tallyCopy.everyFew(5)}`);
  expect(await bar('低层')).toBe(`低层${tallyCopy.people(4, 80)}`);
  expect(await bar('高层')).toBe(`高层${tallyCopy.people(1, 20)}`);
  expect(await bar('绿化')).toBe(`绿化${tallyCopy.people(0, 0)}`);
  await sees(page, tallyCopy.average('4.2'));
  await sees(page, tallyCopy.fewHere(5));

  await press(page, '.edit-answers');
  await press(page, '.ui-radio_q0-0');
  await press(page, '.send-answers');
  await page.locator('.survey-mine_0:visible', { hasText: '低层' }).waitFor();
  // What everybody reads moves with five more people, never with one.
  expect(await bar('低层')).toBe(`低层${tallyCopy.people(4, 80)}`);
  expect(await survey(id)).toMatchObject({ answered: 5, mine: [0, [0, 2], 4, '灯再亮一点'] });

  await press(page, '.take-back-answers');
  await sees(page, surveyCopy.takeBackAsk.text);
  expect(await survey(id)).toMatchObject({ answered: 5 });
  await press(page, '.confirm-take-back');
  await sees(page, surveyCopy.taken.title);
  await sees(page, tallyCopy.few(5));
  expect(await survey(id)).toMatchObject({ answered: 4, tally: null, mine: null });
  expect(await page.locator('.ui-choice_on:visible, .survey-step_on:visible').count()).toBe(0);
}, 90_000);

test('[P16] what one person wrote is in the page of nobody else', async () => {
  const id = await openSurvey(stage.cloud, 'alone');
  dataOf(await answer(stage.person, id, [1, [], null, '只有我看得到']));
  await crowd(stage.cloud, id, 4, [0, [], null, null]);
  const page = await stage.open(`community/survey/index?id=${id}`, 'h5-survey-guest');
  await sees(page, tallyCopy.fewHere(5));
  expect(await page.getByText('只有我看得到').count()).toBe(0);
  expect(await page.locator('.survey-mine').count()).toBe(0);
  const own = await stage.open(`community/survey/index?id=${id}`);
  await sees(own, '只有我看得到');
}, 60_000);

test('what is chosen can be taken off again, and one answer is enough', async () => {
  const id = await openSurvey(stage.cloud, 'optional');
  const page = await stage.open(`community/survey/index?id=${id}`);
  for (const control of ['.ui-radio_q0-0', '.ui-radio_q0-0', '.survey-step_2', '.survey-step_2'])
    await press(page, control);
  await press(page, '.send-answers');
  await sees(page, surveyCopy.missing);
  await press(page, '.survey-check_q1-1');
  await press(page, '.send-answers');
  await sees(page, surveyCopy.sent.title);
  expect(await survey(id)).toMatchObject({ mine: [null, [1], null, null] });
}, 60_000);

test('a double tap sends once, and what is half filled in survives leaving the page', async () => {
  const id = await openSurvey(stage.cloud, 'half');
  const page = await stage.open(`community/survey/index?id=${id}`);
  let calls = 0;
  page.on('request', (request) => {
    if (request.postData()?.includes('"answer"')) calls += 1;
  });
  await press(page, '.survey-step_4');
  await writeIn(page, '.survey-words_3', '写了一半');
  await page.evaluate("location.hash = '#/pages/community/surveys/index'");
  await page.locator('.survey-row:visible').first().waitFor();
  await page.evaluate(`location.hash = '#/pages/community/survey/index?id=${id}'`);
  await sees(page, surveyCopy.kept);
  await page.locator('.send-answers:visible').dblclick();
  await sees(page, surveyCopy.sent.title);
  expect([calls, await survey(id)]).toMatchObject([1, { answered: 1, mine: [null, null, 3, '写了一半'] }]);
}, 60_000);

test('after a lost answer nothing is lost, and what is sent again counts once', async () => {
  const id = await openSurvey(stage.cloud, 'lost');
  const page = await stage.open(`community/survey/index?id=${id}`);
  let lost = 0;
  await page.route('**/invoke/community', async (route) => {
    if (lost > 1 || !route.request().postData()?.includes('"answer"')) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort();
  });
  await press(page, '.ui-radio_q0-1');
  await press(page, '.send-answers');
  await sees(page, '网络不通');
  await press(page, '.send-answers');
  await sees(page, surveyCopy.sent.title);
  expect([lost, await survey(id)]).toMatchObject([2, { answered: 1, mine: [1, null, null, null] }]);
}, 60_000);

test('a guest fills in, logs in by the button, and what they chose is still there', async () => {
  const id = await openSurvey(stage.cloud, 'guest');
  const page = await stage.open(`community/survey/index?id=${id}`, 'h5-survey-newcomer');
  await sees(page, surveyCopy.login);
  await press(page, '.ui-radio_q0-1');
  await press(page, '.send-answers');
  await press(page, '.ui-radio_adult');
  await press(page, '.login-agree');
  await page.locator('.ui-phone-number:visible input').fill('13900007474');
  await press(page, '.ui-phone');
  await sees(page, surveyCopy.send);
  await press(page, '.send-answers');
  await sees(page, surveyCopy.sent.title);
  expect(await survey(id)).toMatchObject({ answered: 1 });
}, 60_000);
