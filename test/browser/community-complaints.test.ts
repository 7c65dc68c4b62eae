import { refOf } from '../../src/contracts/content';
import { requestCopy } from '../../src/copy/privacy/requests';
import { dataOf } from '../make/expect-answer';
import { neighbourOn, press, publish, sees, writeIn } from './community-pages';
import { setStage } from './privacy-stage';

const stage = setStage();

/** The complaints that the tables hold about a content. */
const about = (ref: string) =>
  stage.cloud.rows('requests').filter((row) => row['kind'] === 'complaint' && row['about'] === ref);

test.each(['proposals', 'comments'] as const)(
  'a complaint about one of the %s is one tap away, says what it is about, and arrives with it',
  async (collection) => {
    const author = await neighbourOn(stage.cloud);
    const id = await publish(author);
    const said = dataOf(
      await author.call('community', 'comment', { id, attempt: 'said', text: '不好听的话' }),
    );
    const ref = refOf({ collection, id: collection === 'proposals' ? id : String(said['id']) });
    const page = await stage.open(`community/proposal/index?id=${id}`);
    await press(page, `.report_${collection}`);
    await sees(page, requestCopy.about[collection]);
    await page.locator('.ui-radio_complaint[aria-checked="true"]:visible').waitFor();
    expect(about(ref)).toEqual([]);
    await writeIn(page, '.request-words', '里面在骂人');
    await press(page, '.submit-request');
    await page.locator('.asked-about:visible').waitFor();
    expect(about(ref)).toHaveLength(1);
  },
  60_000,
);
