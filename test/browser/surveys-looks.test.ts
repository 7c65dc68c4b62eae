import { dataOf } from '../make/expect-answer';
import { press } from './community-pages';
import { expectSound, LOOKS } from './main-app';
import { setStage } from './privacy-stage';
import { answer, openSurvey } from '../make/surveys';
import { crowd } from './surveys-asked';

const stage = setStage();
/** More than this is not offered to a finger. */
const LEAST_TARGET = 44;

describe.each(LOOKS)('in the look $name', ({ name, ...look }) => {
  const shoot = async (part: string) => {
    await stage.phone.screenshot(`surveys-${part}-${name}`, { fullPage: true });
    await expectSound(stage.phone);
  };

  test('[P16] the list, the form, the answers and the counts fit a phone and are usable by everyone', async () => {
    const id = await openSurvey(stage.cloud, `look-${name}`);
    await openSurvey(stage.cloud, `over-${name}`, {
      title: '一个标题长到要换行的、问大家电梯费该怎么分摊的问卷',
      closesAt: '2026-01-01T00:00:00.000Z',
    });
    await crowd(stage.cloud, id, 4, [0, [0, 2], 3, null]);
    let page = await stage.open(`community/survey/index?id=${id}`, undefined, look);
    await press(page, '.ui-radio_q0-1');
    await press(page, '.survey-check_q1-2');
    await press(page, '.survey-step_5');
    await shoot('form');
    for (const step of await page.locator('.survey-step').all()) {
      const box = await step.boundingBox();
      expect(box?.width).toBeGreaterThanOrEqual(LEAST_TARGET);
      expect(box?.height).toBeGreaterThanOrEqual(LEAST_TARGET);
    }
    await press(page, '.send-answers');
    await page.locator('.survey-bar').first().waitFor();
    await stage.phone.screenshot(`surveys-sent-${name}`);
    await shoot('results');
    await press(page, '.take-back-answers');
    await page.locator('.ui-dialog').waitFor();
    await shoot('take-back');
    dataOf(await answer(stage.person, id, [0, [], null, null]));
    page = await stage.open('community/surveys/index', undefined, look);
    await page.locator('.survey-row').first().waitFor();
    await shoot('list');
    page = await stage.open(`community/survey/index?id=over-${name}`, undefined, look);
    await page.locator('.community-head').waitFor();
    await shoot('over');
  }, 120_000);
});
