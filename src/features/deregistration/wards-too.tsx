import { account } from '@/contracts/account';
import { deregisterCopy } from '@/copy/privacy/deregistration';
import { useLoaded } from '@/features/call/use-loaded';
import { Notice } from '@/ui/notice';

const { wards: words } = deregisterCopy;

/** Tells a guardian that the children's accounts go with the own one (PIPL 31); says so too where it cannot be read. */
export function WardsToo() {
  const { data, failure } = useLoaded(account.wards, {});
  const staying = data?.wards.filter(({ isLeaving }) => !isLeaving).length ?? 0;
  if (staying === 0 && !failure) return null;
  return (
    <Notice kind="warn" title={words.title}>
      {failure ? words.unread : words.some(staying)}
    </Notice>
  );
}
