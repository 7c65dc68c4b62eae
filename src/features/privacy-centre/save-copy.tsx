import { account } from '@/contracts/account';
import type { Output } from '@/contracts/operation';
import type { Result } from '@/contracts/result';
import { sharedCopy } from '@/copy/privacy/shared';
import { useCall } from '@/features/call/use-call';
import { Button } from '@/ui/button';
import { FailureNotice } from '@/ui/failure-notice';
import { Notice } from '@/ui/notice';
import { useFile, type FileProgress } from './use-file';

const { saveCopy: words } = sharedCopy;

export interface FileButtonProps {
  text: string;
  /** Fetches the file. */
  fetch: () => Promise<Result<Output<typeof account.export>>>;
  isRunning: boolean;
  kind?: 'primary' | 'default';
  className?: string;
}

/** A button that fetches a file, says how that went, and where WeChat wants one, a second to hand the file on. */
export function FileButton({ text, fetch, isRunning, kind = 'default', className = '' }: FileButtonProps) {
  const { progress, get, share } = useFile(fetch);
  const { waiting } = progress;
  return (
    <>
      <Button kind={kind} size="block" className={className} loading={isRunning} onTap={() => void get()}>
        {text}
      </Button>
      <Outcome {...progress} />
      {waiting && (
        <Button kind="primary" size="block" className="share-copy" onTap={() => void share(waiting)}>
          {words.share}
        </Button>
      )}
    </>
  );
}

function Outcome({ failure, saved, waiting }: FileProgress) {
  if (failure) return <FailureNotice failure={failure} />;
  if (saved) return <Notice kind={saved === 'failed' ? 'error' : 'info'}>{words[saved]}</Notice>;
  return waiting ? <Notice>{words.ready}</Notice> : null;
}

/** Downloads a copy of everything at once (P45, P56); works for a frozen account too. */
export function SaveCopy({ kind = 'default' }: { kind?: 'primary' | 'default' }) {
  const { run, isRunning } = useCall(account.export);
  return (
    <FileButton
      kind={kind}
      className="save-copy"
      text={words.button}
      isRunning={isRunning}
      fetch={() => run({})}
    />
  );
}
