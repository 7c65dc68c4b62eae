import { useEffect, useState } from 'react';
import type { Result } from '@/contracts/result';
import { callFunction } from '@/platform/call-function';
import { Cell, Cells } from '@/ui/cells';
import { Loading } from '@/ui/loading';
import { Page } from '@/ui/page';
import { ErrorState } from '@/ui/states';

/** Trial page: one call and its three states; the privacy centre replaces it. */
export default function PrivacyCentre() {
  const [answer, setAnswer] = useState<Result<{ status: string }>>();
  const load = () => {
    setAnswer(undefined);
    void callFunction<{ status: string }>('account', 'session').then(setAnswer);
  };
  useEffect(load, []);
  return (
    <Page title="隐私中心">
      {answer === undefined && <Loading />}
      {answer?.ok === false && <ErrorState error={answer.error} onRetry={load} />}
      {answer?.ok && (
        <Cells title="账号">
          <Cell title="状态" value={answer.data.status} />
        </Cells>
      )}
    </Page>
  );
}
