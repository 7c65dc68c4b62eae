import { useState } from 'react';
import { account } from '@/contracts/account';
import type { Result } from '@/contracts/result';
import { sharedCopy } from '@/copy/privacy/shared';
import { useCall } from '@/features/call/use-call';
import { saveFile, type Saved } from '@/platform/save-file';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';

interface HandedFile {
  fileName: string;
  base64: string;
}

export interface FileButtonProps {
  text: string;
  /** Fetches the file. */
  fetch: () => Promise<Result<HandedFile>>;
  isRunning: boolean;
  kind?: 'primary' | 'default';
  className?: string;
}

/** A button that fetches a file, hands it to the person, and says how that went. */
export function FileButton({ text, fetch, isRunning, kind = 'default', className = '' }: FileButtonProps) {
  const [outcome, setOutcome] = useState<{ saved: Saved } | { message: string }>();
  const save = async () => {
    setOutcome(undefined);
    const result = await fetch();
    if (result.ok) setOutcome({ saved: await saveFile(result.data.fileName, result.data.base64) });
    else setOutcome({ message: result.error.message });
  };
  return (
    <>
      <Button kind={kind} size="block" className={className} loading={isRunning} onTap={() => void save()}>
        {text}
      </Button>
      {outcome && <Outcome outcome={outcome} />}
    </>
  );
}

function Outcome({ outcome }: { outcome: { saved: Saved } | { message: string } }) {
  if ('message' in outcome) return <Notice kind="error">{outcome.message}</Notice>;
  const { saved } = outcome;
  return <Notice kind={saved === 'failed' ? 'error' : 'info'}>{sharedCopy.saveCopy[saved]}</Notice>;
}

/** Downloads a copy of everything at once (P45, P56); works for a frozen account too. */
export function SaveCopy({ kind = 'default' }: { kind?: 'primary' | 'default' }) {
  const { run, isRunning } = useCall(account.export);
  return (
    <FileButton
      kind={kind}
      className="save-copy"
      text={sharedCopy.saveCopy.button}
      isRunning={isRunning}
      fetch={() => run({})}
    />
  );
}
