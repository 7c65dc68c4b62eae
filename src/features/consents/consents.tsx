import { useEffect, useMemo } from 'react';
import { consent } from '@/contracts/consent';
import { childCopy } from '@/copy/privacy/child';
import { consentsCopy } from '@/copy/privacy/consents';
import { isOffline } from '@/features/offline/model';
import { useOwn } from '@/features/privacy-centre/use-own';
import { Loaded } from '@/features/privacy-centre/loaded';
import { useSessionOnShow } from '@/features/session/use-session-on-show';
import { to } from '@/platform/navigate';
import { Cell, Cells } from '@/ui/cells';
import { Notice } from '@/ui/notice';
import { Empty } from '@/ui/states';
import { ConsentRow } from './consent-row';
import { keepChoices, keptChoices } from './kept-choices';
import { KeptConsents } from './kept-consents';

/** One switch per optional purpose, all off for a new member (P08); without network, how they last stood. */
export function Consents() {
  const current = useOwn(consent.current, {});
  const isChild = useSessionOnShow().status === 'child';
  const { data, failure, reload } = current;
  useEffect(() => {
    if (data) keepChoices(data.items);
  }, [data]);
  const kept = useMemo(() => (data || !isOffline(failure) ? undefined : keptChoices()), [data, failure]);
  if (kept) return <KeptConsents kept={kept} onRetry={() => void reload()} />;
  return (
    <Loaded state={current}>
      {({ items, policyVersion }) => (
        <>
          {isChild && <Notice title={childCopy.limited.title}>{childCopy.limited.text}</Notice>}
          {items.length === 0 ? (
            <Empty {...consentsCopy.empty} />
          ) : (
            <Cells title={consentsCopy.group} tips={consentsCopy.tips}>
              {items.map((item) => (
                <ConsentRow key={item.purpose} isChild={isChild} item={item} policyVersion={policyVersion} />
              ))}
            </Cells>
          )}
          <Cells>
            <Cell
              className="to-history"
              title={consentsCopy.toHistory}
              onTap={to('pages/privacy/history/index')}
            />
          </Cells>
        </>
      )}
    </Loaded>
  );
}
