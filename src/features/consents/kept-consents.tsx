import { purposeLabel } from '@/contracts/data-map/vocabulary';
import { consentsCopy } from '@/copy/privacy/consents';
import { KeptNotice } from '@/features/offline/kept-notice';
import { Cell, Cells } from '@/ui/cells';
import type { KeptChoices } from './kept-choices';

/** The choices as the phone kept them, to be read and not to be changed. */
export function KeptConsents({ kept, onRetry }: { kept: KeptChoices; onRetry: () => void }) {
  return (
    <>
      <KeptNotice at={kept.at} onRetry={onRetry} />
      <Cells title={consentsCopy.group} tips={consentsCopy.keptTips}>
        {Object.entries(kept.data).map(([purpose, isOn]) => (
          <Cell
            key={purpose}
            className={`kept-consent_${purpose}`}
            title={purposeLabel(purpose)}
            value={consentsCopy.words[isOn ? 'on' : 'off']}
          />
        ))}
      </Cells>
    </>
  );
}
