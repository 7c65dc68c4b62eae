import { View } from '@tarojs/components';
import { request } from '@/contracts/request';
import { requestKinds, requestStates } from '@/contracts/request-vocabulary';
import { progressCopy } from '@/copy/privacy/requests';
import { useOwn } from '@/features/privacy-centre/use-own';
import { dayInWords } from '@/features/privacy-centre/beijing-time';
import { Loaded } from '@/features/privacy-centre/loaded';
import { go, replace } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { Cell, Cells } from '@/ui/cells';
import { DaysRing } from '@/ui/days-ring';
import { Notice } from '@/ui/notice';
import { Empty } from '@/ui/states';
import { Steps } from '@/ui/steps';
import { Tag } from '@/ui/tag';
import { Allowed } from './allowed';
import { Answer } from './answer';
import { detailLines, isAnsweredForGood, stepsOf, toneOf, type RequestReading } from './model';
import { allWorkingDays } from './working-days';
import './requests.less';

/** One request: how far it is, what was answered and why, and what can be done now. */
export function Progress({ id }: { id: string | undefined }) {
  if (id === undefined || id === '') {
    return (
      <Empty title={progressCopy.missing}>
        <Button
          className="to-list"
          onTap={() => {
            replace('pages/privacy/requests/index');
          }}
        >
          {progressCopy.toList}
        </Button>
      </Empty>
    );
  }
  return <OneRequest id={id} />;
}

const complain = () => {
  go('pages/privacy/request/index', { kind: 'complaint' });
};

function OneRequest({ id }: { id: string }) {
  const read = useOwn(request.read, { id });
  const reload = () => void read.reload();
  return (
    <Loaded state={read}>
      {(reading) => (
        <>
          <Cells>
            <Cell
              title={
                <View className="requests-title">
                  {requestKinds[reading.kind].label}
                  <Tag text={requestStates[reading.state].label} tone={toneOf(reading)} />
                </View>
              }
              desc={progressCopy.number(reading.id)}
            />
          </Cells>
          {requestStates[reading.state].open && <Clock reading={reading} />}
          <Steps steps={stepsOf(reading)} />
          <Answer reading={reading} />
          <Allowed reading={reading} onMoved={reload} />
          {isAnsweredForGood(reading) && (
            <Button className="still-unhappy" onTap={complain}>
              {progressCopy.unhappy}
            </Button>
          )}
          <Cells title={progressCopy.yours}>
            {detailLines(reading.details).map((line) => (
              <Cell key={line} title={line} />
            ))}
          </Cells>
        </>
      )}
    </Loaded>
  );
}

function Clock({ reading }: { reading: RequestReading }) {
  const { overdue, dueOn, daysLeft, provisional } = reading;
  const day = dayInWords(dueOn);
  if (overdue) {
    return (
      <Notice kind="error" title={progressCopy.overdue.title}>
        {progressCopy.overdue.text(day)}
        <Button size="mini" className="complain" onTap={complain}>
          {progressCopy.overdue.complain}
        </Button>
      </Notice>
    );
  }
  return (
    <View>
      <DaysRing left={daysLeft} total={allWorkingDays(reading)} />
      {provisional && <Notice kind="warn">{progressCopy.provisional}</Notice>}
    </View>
  );
}
