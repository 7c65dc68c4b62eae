import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import type { Output } from '@/contracts/operation';
import { policy } from '@/contracts/policy';
import { comparisonCopy as copy, policyCopy } from '@/copy/policy';
import { useLoaded } from '@/features/call/use-loaded';
import { RadioGroup } from '@/ui/choice';
import { FailureNotice } from '@/ui/failure-notice';
import { Loading } from '@/ui/loading';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { ErrorState } from '@/ui/states';
import { firstChoice } from './comparison-model';
import { ComparedText } from './compared-text';

/** Two versions side by side in time, for anyone (P70): `?from=1&to=2`, or whichever are picked. */
export function Comparison() {
  const { data, failure, reload } = useLoaded(policy.versions, {});
  return (
    <Page title={copy.title} lead={copy.lead}>
      {data === undefined ? (
        failure ? (
          <ErrorState error={failure} onRetry={() => void reload()} />
        ) : (
          <Loading />
        )
      ) : data.versions.length < 2 ? (
        <Notice>{copy.only}</Notice>
      ) : (
        <Picked versions={data.versions} />
      )}
    </Page>
  );
}

type Versions = Output<typeof policy.versions>['versions'];

function Picked({ versions }: { versions: Versions }) {
  const { from, to } = useRouter().params;
  const [choice, setChoice] = useState(() => firstChoice(versions, { from, to }));
  const options = versions.map(({ version, state, effectiveOn, updatedOn }) => ({
    value: version,
    title: `${policyCopy.version(version)} · ${policyCopy.state[state]}`,
    desc: policyCopy.dates(updatedOn, effectiveOn),
  }));
  return (
    <>
      {(['from', 'to'] as const).map((side) => (
        <RadioGroup
          key={side}
          label={copy[side]}
          options={options}
          value={choice[side]}
          onChange={(version) => {
            setChoice({ ...choice, [side]: version });
          }}
        />
      ))}
      <Result key={`${choice.from} ${choice.to}`} {...choice} />
    </>
  );
}

function Result(choice: { from: string; to: string }) {
  const { data, failure, reload } = useLoaded(policy.compare, choice);
  if (data !== undefined) return <ComparedText {...data} />;
  if (!failure) return <Loading />;
  if (failure.retryable) return <ErrorState error={failure} onRetry={() => void reload()} />;
  return <FailureNotice failure={failure} />;
}
