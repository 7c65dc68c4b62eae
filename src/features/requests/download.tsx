import { request } from '@/contracts/request';
import { moveCopy } from '@/copy/privacy/progress';
import { useCall } from '@/features/call/use-call';
import { instantInWords } from '@/features/privacy-centre/beijing-time';
import { FileButton } from '@/features/privacy-centre/save-copy';
import { Notice } from '@/ui/notice';
import type { OfferProps } from './offer';

const { download: words } = moveCopy;

/** Hands over the copy of an approved request, whose digest then stands with it (P47). */
export function Download({ reading: { id, availableUntil }, onMoved }: OfferProps) {
  const { run, isRunning } = useCall(request.download);
  const fetch = async () => {
    const result = await run({ id });
    if (result.ok) onMoved();
    return result;
  };
  return (
    <>
      {availableUntil !== null && <Notice>{words.until(instantInWords(availableUntil))}</Notice>}
      <FileButton
        kind="primary"
        className="download-copy"
        text={words.button}
        isRunning={isRunning}
        fetch={fetch}
      />
    </>
  );
}
