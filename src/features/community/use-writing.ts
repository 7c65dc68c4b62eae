import { useCallback } from 'react';
import { community } from '@/contracts/community';
import { useCall } from '@/features/call/use-call';
import { sendTo } from '@/features/attachments/holder';
import { useKeptDraft } from '@/features/drafts/use-kept-draft';
import { back, replace } from '@/platform/navigate';
import { proposalDrafts, writtenIn, type Draft } from './draft';
import { useFresh } from './fresh';
import { proposalPictures } from './pictures';
import { useIsHere } from '@/features/call/use-is-here';
import { useSending } from './use-sending';

/** The form of a proposal: what is written, and its publication, or the edit of the one with this id. */
export function useWriting(id: string | undefined, start: () => Draft) {
  const { draft, change: keep, clear, wasKept } = useKeptDraft(proposalDrafts, id ?? '', start);
  const isHere = useIsHere();
  const { run: publish } = useCall(community.publish);
  const { run: edit } = useCall(community.edit);
  const sending = useSending(
    (understood) => {
      const written = writtenIn(draft);
      if ('missing' in written) return written;
      const input = { ...written, ...(understood && { understood }) };
      return id === undefined
        ? publish({ ...input, attempt: draft.attempt })
        : edit({ ...input, id, changedAt: draft.changedAt ?? '' });
    },
    async (stands) => {
      if (id !== undefined) {
        clear(start());
        useFresh.getState().bump();
        if (isHere.current) back();
        return;
      }
      // What is published stands, whatever becomes of its pictures: they can be added again where it is shown.
      // Until they are sent the form waits: published once more, the same attempt is the same proposal.
      const { unsent } = await sendTo(proposalPictures(stands.id), draft.pictures);
      clear(start());
      useFresh.getState().bump();
      // Whoever went back meanwhile is not led away from where they are now.
      if (!isHere.current) return;
      const missing = unsent > 0 && { unsent: String(unsent) };
      replace('pages/community/proposal/index', { id: stands.id, ...missing });
    },
  );
  const { forget } = sending;
  const change = useCallback(
    (part: Partial<Omit<Draft, 'attempt'>>) => {
      forget();
      keep(part);
    },
    [forget, keep],
  );
  return { draft, change, clear, wasKept, ...sending };
}

/** Changes what a form holds. */
export type ChangeDraft = ReturnType<typeof useWriting>['change'];
