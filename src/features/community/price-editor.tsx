import { MOST_PRICES, LARGEST_HOME, priceUnits, yuanOf } from '@/contracts/price-table';
import { priceCopy, publishCopy } from '@/copy/community';
import { spoken } from '@/ui/spoken';
import { Cell, Cells } from '@/ui/cells';
import { Field } from '@/ui/field';
import { emptyRow, rowDraftOf, tableOf, withRow, type Draft } from './draft';
import { homeSizeOf } from './model';
import { PriceRowSheet } from './price-row-sheet';
import { SumRow } from './prices';
import type { ChangeDraft } from './use-writing';

/** The table of prices while it is written, with what it comes to; each row is written in a sheet of its own. */
export function PriceEditor({ draft, change }: { draft: Draft; change: ChangeDraft }) {
  const { rows, row, homeSize } = draft;
  const table = tableOf(draft);
  return (
    <>
      <Cells title={publishCopy.prices} tips={publishCopy.pricesTips(MOST_PRICES)}>
        {rows.map(({ item, level, unit, fen }, at) => {
          const price = `${yuanOf(fen)} ${priceUnits[unit].label}`;
          return (
            <Cell
              key={at}
              className="edit-price"
              title={item}
              {...(level !== undefined && { desc: level })}
              value={price}
              label={spoken(priceCopy.edit, item, price)}
              onTap={() => {
                change({ row: rowDraftOf({ item, ...(level !== undefined && { level }), unit, fen }, at) });
              }}
            />
          );
        })}
        {rows.length < MOST_PRICES && (
          <Cell
            className="add-price"
            title={publishCopy.addRow}
            onTap={() => {
              change({ row: emptyRow() });
            }}
          />
        )}
        {rows.length > 0 && (
          <Field
            className="writing-home-size"
            label={publishCopy.homeSize}
            type="number"
            value={homeSize}
            onInput={(typed) => {
              change({ homeSize: typed.slice(0, 8) });
            }}
            hint={publishCopy.homeSizeHint}
            error={homeSizeOf(homeSize) ? undefined : publishCopy.homeSizeWrong(LARGEST_HOME)}
          />
        )}
        {table && <SumRow table={table} />}
      </Cells>
      {row && (
        <PriceRowSheet
          row={row}
          onChange={(part) => {
            change({ row: { ...row, ...part } });
          }}
          onClose={() => {
            change({ row: undefined });
          }}
          onSave={(saved) => {
            change({ row: undefined, rows: withRow(rows, saved, row.at) });
          }}
          onRemove={() => {
            change({ row: undefined, rows: rows.filter((_, at) => at !== row.at) });
          }}
        />
      )}
    </>
  );
}
