import { commonCopy } from '@/copy/common';
import { offlineCopy } from '@/copy/offline';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { beijingClock } from './model';

export interface KeptNoticeProps {
  /** When what is shown was read. */
  at: string;
  onRetry: () => void;
}

/** Above what the phone kept from an earlier reading: of when it is, and the way to try again. */
export function KeptNotice({ at, onRetry }: KeptNoticeProps) {
  return (
    <Notice kind="warn" title={offlineCopy.from(...beijingClock(at))}>
      <Button size="mini" className="kept-retry" onTap={onRetry}>
        {commonCopy.retry}
      </Button>
    </Notice>
  );
}
