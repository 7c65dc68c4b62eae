import type { Failure } from '@/contracts/result';
import { sharedCopy } from '@/copy/privacy/shared';
import { Button } from '@/ui/button';
import { FailureNotice } from '@/ui/failure-notice';

export interface MoreButtonProps {
  hasMore: boolean;
  isMoreRunning: boolean;
  moreFailure?: Failure | undefined;
  more: () => Promise<void>;
}

/** The foot of a list that goes on: fetches the next page. */
export function MoreButton({ hasMore, isMoreRunning, moreFailure, more }: MoreButtonProps) {
  if (!hasMore) return null;
  return (
    <>
      <FailureNotice failure={moreFailure} />
      <Button className="more" loading={isMoreRunning} onTap={() => void more()}>
        {sharedCopy.more}
      </Button>
    </>
  );
}
