import { View } from '@tarojs/components';
import { priceUnits, yuanOf, type PriceTable } from '@/contracts/price-table';
import { proposalCopy } from '@/copy/community';
import { Cell, Cells } from '@/ui/cells';
import { sumOf } from './model';
import './proposal.less';

/** A table of prices as a reader sees it, with what it comes to. */
export function Prices({ table, title }: { table: PriceTable; title: string }) {
  return (
    <Cells title={title}>
      {table.rows.map(({ item, level, unit, fen }, at) => (
        <Cell
          key={at}
          className="price-row"
          title={item}
          {...(level !== undefined && { desc: level })}
          value={`${yuanOf(fen)} ${priceUnits[unit].label}`}
        />
      ))}
      <SumRow table={table} />
    </Cells>
  );
}

/** What a table comes to; a row, goes inside Cells. */
export function SumRow({ table }: { table: PriceTable }) {
  const { perSqm, perHome, hasOnce } = sumOf(table);
  const notes = [
    ...(table.homeSize === undefined ? [] : [proposalCopy.homeSize(table.homeSize)]),
    ...(hasOnce ? [proposalCopy.onceApart] : []),
  ];
  if (perSqm === null && perHome === null && notes.length === 0) return null;
  return (
    <Cell
      className="price-sum"
      title={<View className="proposal-sum">{proposalCopy.sum}</View>}
      {...(notes.length > 0 && { desc: notes.map((note) => <View key={note}>{note}</View>) })}
      value={
        <View className="proposal-sum">
          {perSqm !== null && <View>{proposalCopy.perSqm(yuanOf(perSqm))}</View>}
          {perHome !== null && (
            <View>
              {perSqm === null
                ? proposalCopy.perHome(yuanOf(perHome))
                : proposalCopy.besides(yuanOf(perHome))}
            </View>
          )}
        </View>
      }
    />
  );
}
