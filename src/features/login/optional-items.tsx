import { useState } from 'react';
import { accounts } from '@/contracts/data-map/collections/accounts';
import { keptFor } from '@/contracts/data-map/derive/presentation';
import { purposes } from '@/contracts/data-map/vocabulary';
import { loginCopy } from '@/copy/login';
import { Cell, Cells } from '@/ui/cells';
import { optionalItems, withItem, type Optional } from './model';
import { OptionalItem } from './optional-item';

export interface OptionalItemsProps {
  optional: Optional;
  onChange: (optional: Optional) => void;
}

const { nickname } = accounts.fields;

/** The optional items, folded until asked for, each with a tick of its own (P03). */
export function OptionalItems({ optional, onChange }: OptionalItemsProps) {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <Cells title={loginCopy.optionalTitle}>
        <Cell
          className="login-optional"
          title={loginCopy.optionalOpen}
          desc={loginCopy.optionalHint}
          onTap={() => {
            setOpen(true);
          }}
        />
      </Cells>
    );
  }
  return (
    <Cells
      title={loginCopy.optionalTitle}
      tips={loginCopy.optionalTips(purposes[nickname.purpose].why, keptFor(nickname))}
    >
      {optionalItems.map((item) => (
        <OptionalItem
          key={item}
          item={item}
          value={optional[item]}
          onChange={(value) => {
            onChange(withItem(optional, item, value));
          }}
        />
      ))}
      <Cell
        className="login-optional-fold"
        title={loginCopy.optionalFold}
        onTap={() => {
          onChange({});
          setOpen(false);
        }}
      />
    </Cells>
  );
}
