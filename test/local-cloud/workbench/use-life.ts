import { useEffect } from 'react';
import type { Life } from '../doors/life';
import { useKept } from '../page-kit/use-kept';
import { usePolled } from '../page-kit/use-polled';

/**
 * What the database holds of the person. The subject is kept here, because after erasure nothing in the database
 * leads back to it from the person.
 */
export function useLife(openid: string): Life | undefined {
  const [subjects, setSubjects] = useKept<Record<string, string>>(
    localStorage,
    'workbench-subjects',
    () => ({}),
  );
  const known = subjects[openid] ?? '';
  const query = new URLSearchParams({ openid, subject: known });
  // About the person, not the path: the subject joins the path as soon as it is known, and changes nobody.
  const { answer } = usePolled<Life>(`/api/life?${query.toString()}`, 1000, openid);
  const life = answer?.ok === true ? answer.data : undefined;
  const found = life?.subject;
  useEffect(() => {
    if (typeof found === 'string' && found !== known) setSubjects({ ...subjects, [openid]: found });
  }, [found, known, openid, subjects, setSubjects]);
  return life;
}
