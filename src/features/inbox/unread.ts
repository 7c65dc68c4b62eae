import { request } from '@/contracts/request';
import { inboxCopy } from '@/copy/privacy/inbox';
import { useLoaded } from '@/features/call/use-loaded';

/** How many messages are unread, in words; undefined until it is known. */
export function useUnread(): string | undefined {
  const { data } = useLoaded(request.inbox, {});
  if (!data) return undefined;
  return data.unread > 0 ? inboxCopy.some(data.unread) : inboxCopy.read;
}
