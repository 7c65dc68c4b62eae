import { useState } from 'react';
import { consent } from '@/contracts/consent';
import type { Output } from '@/contracts/operation';
import { historyCopy } from '@/copy/privacy/consents';
import { instantInWords } from '@/features/privacy-centre/beijing-time';
import { Loaded } from '@/features/privacy-centre/loaded';
import { MoreButton } from '@/features/privacy-centre/more-button';
import { usePages } from '@/features/privacy-centre/use-pages';
import { to } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { Cell, Cells } from '@/ui/cells';
import { Empty } from '@/ui/states';
import { Tag } from '@/ui/tag';
import { ReceiptSheet } from './receipt-sheet';

const pageOf = ({ events, next }: Output<typeof consent.history>) => ({ items: events, next });

/** Every choice ever made, newest first; each opens its receipt (P54). */
export function History() {
  const { first, items, ...paging } = usePages(consent.history, pageOf);
  const [opened, setOpened] = useState<string>();
  return (
    <Loaded state={first}>
      {() =>
        items.length === 0 ? (
          <NothingYet />
        ) : (
          <>
            <Cells title={historyCopy.group}>
              {items.map(({ id, label, type, at, policyVersion }) => (
                <Cell
                  key={id}
                  className="history-event"
                  title={label}
                  desc={historyCopy.line(instantInWords(at), policyVersion)}
                  value={
                    <Tag text={historyCopy.types[type]} tone={type.endsWith('.granted') ? 'good' : 'plain'} />
                  }
                  onTap={() => {
                    setOpened(id);
                  }}
                />
              ))}
            </Cells>
            <MoreButton {...paging} />
            {opened !== undefined && (
              <ReceiptSheet
                key={opened}
                id={opened}
                onClose={() => {
                  setOpened(undefined);
                }}
              />
            )}
          </>
        )
      }
    </Loaded>
  );
}

function NothingYet() {
  const { open, ...words } = historyCopy.empty;
  return (
    <Empty {...words}>
      <Button className="to-consents" onTap={to('pages/privacy/consents/index')}>
        {open}
      </Button>
    </Empty>
  );
}
