import { contentOf } from '@/contracts/content';
import { deletionGrounds, requestChannels } from '@/contracts/request-vocabulary';
import { progressCopy } from '@/copy/privacy/progress';
import { to } from '@/platform/navigate';
import { Cell, Cells } from '@/ui/cells';
import { detailLines, type RequestReading } from './model';

const { yours: words } = progressCopy;

/** What was published that a request is about; a proposal can be opened. */
function About({ about }: { about: string }) {
  const { collection, id } = contentOf(about);
  return (
    <Cell
      className="asked-about"
      title={words.about.title}
      value={words.about[collection]}
      {...(collection === 'proposals' && {
        onTap: to('pages/community/proposal/index', { id }),
      })}
    />
  );
}

/** What the person asked for: how it reached us, on which ground, and in which words. */
export function Yours({ reading }: { reading: RequestReading }) {
  const { kind, about, askedBy, channel, ground, details, appeal } = reading;
  return (
    <Cells title={words.group}>
      {kind !== 'publication' && <Cell title={words.channel} value={requestChannels[channel].label} />}
      {askedBy === 'guardian' && <Cell className="asked-by" title={words.askedBy} value={words.forChild} />}
      {ground !== null && <Cell title={words.ground} desc={deletionGrounds[ground].label} />}
      {about !== null && <About about={about} />}
      {detailLines(details).map((line) => (
        <Cell key={line} title={line} />
      ))}
      {appeal !== null && <Cell className="own-appeal" title={words.appeal} desc={appeal} />}
    </Cells>
  );
}
