import { useEffect, useRef, useState } from 'react';
import type { Failure, Result } from '@/contracts/result';
import { saveFile, type Saved, type WaitingFile } from '@/platform/save-file';

interface HandedFile {
  fileName: string;
  base64: string;
}

/** How far a file has come: refused by the server, waiting for the tap that hands it on, or handed on (or not). */
export interface FileProgress {
  failure?: Failure;
  waiting?: WaitingFile;
  saved?: Saved;
}

/**
 * Fetching a file and handing it to the person; a browser does both at once, WeChat wants a tap for each. A file that
 * still waits is removed when the page goes.
 */
export function useFile(fetch: () => Promise<Result<HandedFile>>) {
  const [progress, setProgress] = useState<FileProgress>({});
  const waiting = useRef<WaitingFile | undefined>(undefined);
  const isGone = useRef(false);
  const isSharing = useRef(false);
  const forget = () => {
    waiting.current?.remove();
    waiting.current = undefined;
  };
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      forget();
    };
  }, []);

  const get = async () => {
    forget();
    setProgress({});
    const result = await fetch();
    if (isGone.current) return;
    if (!result.ok) {
      setProgress({ failure: result.error });
      return;
    }
    const outcome = saveFile(result.data.fileName, result.data.base64);
    if (typeof outcome === 'string') setProgress({ saved: outcome });
    else {
      waiting.current = outcome;
      setProgress({ waiting: outcome });
    }
  };
  const share = async (file: WaitingFile) => {
    if (isSharing.current) return;
    isSharing.current = true;
    // Nothing may come before this in the tap.
    const saved = await file.share();
    isSharing.current = false;
    if (saved === 'saved') waiting.current = undefined;
    // After a refusal the file still waits: one tap tries again.
    setProgress(saved === 'saved' ? { saved } : { saved, waiting: file });
  };
  return { progress, get, share };
}
