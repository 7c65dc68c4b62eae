import { useState } from 'react';
import { accounts } from '@/contracts/data-map/collections/accounts';
import { meCopy } from '@/copy/me';
import { optionalItemCopy } from '@/copy/optional-item';
import { AskItem } from '@/features/optional-item/ask-item';
import type { TypedItem } from '@/features/optional-item/profile-field';
import { useSkipped } from '@/features/optional-item/skipped';
import { to } from '@/platform/navigate';
import { Cell } from '@/ui/cells';

export interface OptionalRowProps {
  item: TypedItem;
  value: string | null;
  onChanged: () => void;
  /** What a tap does to a value that is there; in 我的信息 unless told otherwise. */
  onEdit?: () => void;
  /** Said under the name while the value is there. */
  desc?: string;
}

const toInformation = to('pages/privacy/information/index');

/** One optional item: where it is empty, a tap asks for it with what it is for. */
export function OptionalRow({ item, value, onChanged, onEdit = toInformation, desc }: OptionalRowProps) {
  const [isAsking, setAsking] = useState(false);
  const wasSkipped = useSkipped(({ items }) => items.includes(item));
  const { label } = accounts.fields[item];
  const below = value === null && wasSkipped ? optionalItemCopy.skipped : desc;
  return (
    <>
      <Cell
        className={`me-${item}`}
        title={label}
        value={value ?? meCopy.none}
        {...(below !== undefined && { desc: below })}
        label={`${meCopy.edit}${label}，${value ?? meCopy.none}`}
        onTap={() => {
          if (value === null) setAsking(true);
          else onEdit();
        }}
      />
      <AskItem
        item={item}
        open={isAsking}
        onSaved={onChanged}
        onClose={() => {
          setAsking(false);
        }}
      />
    </>
  );
}
