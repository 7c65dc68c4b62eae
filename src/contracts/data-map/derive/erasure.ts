import { dataMap, type CollectionName } from '..';
import type { Collection, Link } from '../grammar';
import { columnsOfField } from './columns';

/** How erasing a person treats one collection's rows: remove them, or take these columns away and keep the rest. */
export interface ErasureStep {
  collection: CollectionName;
  link: Exclude<Link, { by: 'none' }>;
  /** `none`: every column is kept as proof, unreadable without the destroyed key. */
  treat: 'remove' | 'reduce' | 'none';
  dropped: string[];
}

const treatmentOf = (kept: number, dropped: number) => {
  if (kept === 0) return 'remove';
  return dropped === 0 ? 'none' : 'reduce';
};

function stepOf(name: CollectionName, { fields, link }: Collection): ErasureStep[] {
  if (link.by === 'none') return [];
  const entries = Object.entries(fields);
  const kept = entries.filter(([, field]) => field.erase === 'keep-until');
  const dropped = entries.filter(([, field]) => field.erase !== 'keep-until');
  return [
    {
      collection: name,
      link,
      treat: treatmentOf(kept.length, dropped.length),
      dropped: dropped.flatMap(([key, field]) => columnsOfField(key, field).map(({ column }) => column)),
    },
  ];
}

/**
 * The erasure of one person as a list of steps. Rows found through another collection come before that collection,
 * and the account itself comes last, for its digests lead to the rest.
 */
export function erasurePlan(): ErasureStep[] {
  const order: Record<ErasureStep['link']['by'], number> = { through: 0, digest: 1, field: 2, id: 3 };
  return (Object.keys(dataMap) as CollectionName[])
    .flatMap((name) => stepOf(name, dataMap[name]))
    .sort((a, b) => order[a.link.by] - order[b.link.by]);
}
