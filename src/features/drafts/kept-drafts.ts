import { useSession } from '@/features/session/store';

/**
 * What was filled into a form and not sent, by the form's name, for when the person comes back to it. In memory alone:
 * the phone stores nothing of it, and it ends with the mini program.
 */
const kept = new Map<string, unknown>();

/** The drafts of one sort of form. */
export interface KeptDrafts<D> {
  get: (form: string) => D | undefined;
  keep: (form: string, draft: D) => void;
  /** Once it is sent. */
  drop: (form: string) => void;
}

/** Where the drafts of one sort wait; every sort has a shape and names of its own. */
export function draftsOf<D>(sort: string): KeptDrafts<D> {
  const named = (form: string) => `${sort} ${form}`;
  return {
    get: (form) => kept.get(named(form)) as D | undefined,
    keep(form, draft) {
      kept.set(named(form), draft);
    },
    drop(form) {
      kept.delete(named(form));
    },
  };
}

/** 清除本机数据. */
export function forgetDrafts(): void {
  kept.clear();
}

/** In these somebody else may hold the phone, or the person is gone: their words are not for whoever comes next. */
const ENDS: readonly string[] = ['guest', 'locked', 'frozen'];

useSession.subscribe(({ status }, before) => {
  if (status !== before.status && ENDS.includes(status)) forgetDrafts();
});
