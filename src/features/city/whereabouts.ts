import { cityPositions } from '@/data/city-positions';
import type { Position } from '@/platform/located';
import { openTable, whereaboutsIn, type PositionTable, type Whereabouts } from './nearest';

let table: PositionTable | undefined;

/** In which city of the picker a position probably is, found on the phone; the first question opens the table. */
export function whereaboutsOf(position: Position): Whereabouts {
  table ??= openTable(cityPositions);
  return whereaboutsIn(table, position);
}
