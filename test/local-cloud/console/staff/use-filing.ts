import { useState } from 'react';
import { read, send } from '../../page-kit/cloud-api';
import type { Tone } from '../../page-kit/parts';
import { copy } from '../copy';

/** What became of a row, as far as it is known. */
export interface Told {
  tone: Tone;
  text: string;
}
/** A row of `staff_decisions` after the timer has judged it. */
export type JudgedRow = Readonly<Record<string, unknown>> & { _id: string };

/** Writes one row of `staff_decisions`, as staff would by hand, and lets the timer judge it. */
export function useFiling({ onFiled, onJudged }: { onFiled: (id: string) => void; onJudged: () => void }) {
  const { staff: words } = copy;
  const [busy, setBusy] = useState<'filing' | 'judging'>();
  const [id, setId] = useState<string>();
  const [told, setTold] = useState<Told>();
  const [result, setResult] = useState<'applied' | 'rejected'>();

  const file = async (row: object): Promise<void> => {
    setBusy('filing');
    const answer = await send<{ insertedIds: [string] }>('/api/staff-decisions', row);
    setBusy(undefined);
    if (!answer.ok) {
      setTold({ tone: 'bad', text: answer.message });
      return;
    }
    const [filed] = answer.data.insertedIds;
    setId(filed);
    setTold({ tone: 'good', text: words.saved });
    onFiled(filed);
  };
  const judge = async (): Promise<void> => {
    setBusy('judging');
    const run = await send('/timer/reconcile');
    const rows = await read<JudgedRow[]>(`/api/staff-decisions?ids=${id ?? ''}`);
    setBusy(undefined);
    const row = rows.ok ? rows.data[0] : undefined;
    if (!run.ok || !row) setTold({ tone: 'bad', text: run.ok ? words.unjudged : run.message });
    else {
      const isApplied = row['result'] === 'applied';
      setResult(isApplied ? 'applied' : 'rejected');
      setTold({ tone: isApplied ? 'good' : 'bad', text: String(row['resultMessage']) });
    }
    onJudged();
  };
  /** Begins anew with an empty row. */
  const again = (): void => {
    setId(undefined);
    setTold(undefined);
    setResult(undefined);
  };
  return { file, judge, again, busy, isFiled: id !== undefined, told, result };
}

export type Filing = ReturnType<typeof useFiling>;
