import { useState } from 'react';
import { HIGHEST_FEN, longestPrice, priceUnits, yuanOf } from '@/contracts/price-table';
import { keysOf } from '@/contracts/request-vocabulary';
import { priceCopy } from '@/copy/community';
import { Button } from '@/ui/button';
import { Cells } from '@/ui/cells';
import { RadioGroup } from '@/ui/choice';
import { Field } from '@/ui/field';
import { Sheet } from '@/ui/sheet';
import { rowOf, type RowDraft } from './draft';
import { cut, type PriceRow } from './model';
import './writing.less';

const units = keysOf(priceUnits).map((value) => ({ value, title: priceUnits[value].label }));
/** As long as the highest price with its decimals. */
const LONGEST_YUAN = 12;

export interface PriceRowSheetProps {
  row: RowDraft;
  onChange: (part: Partial<RowDraft>) => void;
  onClose: () => void;
  onSave: (row: PriceRow) => void;
  onRemove: () => void;
}

/** One row of prices: what, how well, how it is paid, and how much. */
export function PriceRowSheet({ row, onChange, onClose, onSave, onRemove }: PriceRowSheetProps) {
  const [isTried, setIsTried] = useState(false);
  const written = rowOf(row);
  const wrong = isTried && 'wrong' in written ? written.wrong : undefined;
  const save = () => {
    if ('wrong' in written) setIsTried(true);
    else onSave(written);
  };
  return (
    <Sheet
      open
      title={row.at === undefined ? priceCopy.add : priceCopy.edit}
      onClose={onClose}
      action={
        <>
          <Button kind="primary" className="save-price" onTap={save}>
            {priceCopy.save}
          </Button>
          {row.at !== undefined && (
            <Button kind="warn" className="remove-price" onTap={onRemove}>
              {priceCopy.remove}
            </Button>
          )}
        </>
      }
    >
      <Cells>
        <Field
          className="price-item"
          label={priceCopy.item}
          placeholder={priceCopy.itemHint}
          value={row.item}
          maxLength={longestPrice.item}
          onInput={(typed) => {
            onChange({ item: cut(typed, longestPrice.item) });
          }}
          error={wrong === 'item' ? priceCopy.wrong.item : undefined}
        />
        <Field
          className="price-yuan"
          label={priceCopy.yuan}
          placeholder={priceCopy.yuanHint}
          type="digit"
          value={row.yuan}
          onInput={(typed) => {
            onChange({ yuan: typed.slice(0, LONGEST_YUAN) });
          }}
          error={wrong === 'yuan' ? priceCopy.wrong.yuan(yuanOf(HIGHEST_FEN)) : undefined}
        />
      </Cells>
      <RadioGroup
        label={priceCopy.unit}
        options={units}
        value={row.unit}
        onChange={(unit) => {
          onChange({ unit });
        }}
      />
      <Cells>
        <Field
          className="price-level"
          label={priceCopy.level}
          placeholder={priceCopy.levelHint}
          value={row.level}
          maxLength={longestPrice.level}
          onInput={(typed) => {
            onChange({ level: cut(typed, longestPrice.level) });
          }}
        />
      </Cells>
    </Sheet>
  );
}
