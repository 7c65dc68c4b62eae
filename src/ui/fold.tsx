import { useState, type ReactNode } from 'react';
import { uiCopy } from '@/copy/ui';
import { Cell, type CellProps } from './cells';

export interface FoldProps extends Pick<CellProps, 'desc' | 'className'> {
  title: string;
  /** Said beside the way to open it: how much there is. */
  count?: string;
  children: ReactNode;
}

/** A row that opens what lies under it, and says that it does; goes inside Cells or stands by itself. */
export function Fold({ title, count, children, ...cell }: FoldProps) {
  const [isOpen, setOpen] = useState(false);
  const act = uiCopy.fold[isOpen ? 'close' : 'open'];
  return (
    <>
      <Cell
        {...cell}
        title={title}
        value={count === undefined ? act : `${count} · ${act}`}
        label={`${title}，${act}`}
        onTap={() => {
          setOpen(!isOpen);
        }}
      />
      {isOpen && children}
    </>
  );
}
