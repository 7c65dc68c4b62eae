import { useSession } from '@/features/session/store';
import type { Draft } from './draft';

/**
 * What was filled into a form and not filed, by the form's name, for when the person comes back to it. In memory alone:
 * the phone stores nothing of it, and it ends with the mini program.
 */
const kept = new Map<string, Draft>();

export const keptDrafts = {
  get: (form: string): Draft | undefined => kept.get(form),
  keep(form: string, draft: Draft): void {
    kept.set(form, draft);
  },
  /** Once it is filed. */
  drop(form: string): void {
    kept.delete(form);
  },
  /** 清除本机数据. */
  clear(): void {
    kept.clear();
  },
};

/** In these somebody else may hold the phone, or the person is gone: their words are not for whoever comes next. */
const ENDS: readonly string[] = ['guest', 'locked', 'frozen'];

useSession.subscribe(({ status }, before) => {
  if (status !== before.status && ENDS.includes(status)) keptDrafts.clear();
});
