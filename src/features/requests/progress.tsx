import { View } from '@tarojs/components';
import { request } from '@/contracts/request';
import { requestStates } from '@/contracts/request-vocabulary';
import { progressCopy } from '@/copy/privacy/progress';
import { isNoSuch } from '@/features/call/is-no-such';
import { NoSuch } from '@/features/call/no-such';
import { Attachments } from './attachments';
import { ToWords } from '@/features/leak/to-words';
import { Loaded } from '@/features/privacy-centre/loaded';
import { useOwn } from '@/features/privacy-centre/use-own';
import { Button } from '@/ui/button';
import { Cell, Cells } from '@/ui/cells';
import { Steps } from '@/ui/steps';
import { Tag } from '@/ui/tag';
import { Allowed } from './allowed';
import { Answer } from './answer';
import { Authority } from './authority';
import { Clock, complain } from './clock';
import { isAnsweredForGood, kindInWords, mayTurnElsewhere, toneOf } from './model';
import { timelineOf } from './timeline';
import { Yours } from './yours';
import './requests.less';

/** One request: how far it is, what was answered and why, and what can be done now. */
export function Progress({ id, unsent }: { id: string | undefined; unsent: number }) {
  return id === undefined || id === '' ? (
    <Missing title={progressCopy.missing} />
  ) : (
    <OneRequest id={id} unsent={unsent} />
  );
}

/** Where an address leads to no request. */
const Missing = (words: { title: string; text?: string }) => (
  <NoSuch {...words} act={progressCopy.toList} page="pages/privacy/requests/index" className="to-list" />
);

function OneRequest({ id, unsent }: { id: string; unsent: number }) {
  const read = useOwn(request.read, { id });
  const reload = () => void read.reload();
  if (isNoSuch(read.failure, 'REQUEST_UNKNOWN')) return <Missing {...progressCopy.unknown} />;
  return (
    <Loaded state={read}>
      {(reading) => (
        <>
          <Cells>
            <Cell
              title={
                <View className="requests-title">
                  {kindInWords(reading.kind, reading.askedBy === 'guardian')}
                  <Tag text={requestStates[reading.state].label} tone={toneOf(reading)} />
                </View>
              }
              desc={progressCopy.number(reading.id)}
            />
          </Cells>
          <Clock reading={reading} />
          <Steps steps={timelineOf(reading)} />
          <Answer reading={reading} />
          <Allowed reading={reading} onMoved={reload} />
          {isAnsweredForGood(reading) && (
            <Button className="still-unhappy" onTap={complain}>
              {progressCopy.unhappy}
            </Button>
          )}
          {mayTurnElsewhere(reading) && <Authority />}
          <Yours reading={reading} />
          <ToWords reading={reading} />
          <Attachments reading={reading} unsent={unsent} onChanged={reload} />
        </>
      )}
    </Loaded>
  );
}
