import { contentOf, contentRef } from '@/contracts/content';
import { requestCopy } from '@/copy/privacy/requests';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import type { Draft } from './draft';

/** WeChat's own way to customer service exists on a phone alone. */
const isPhone = process.env.TARO_ENV === 'weapp';

/** What a complaint is about; and for who wants customer service at once, WeChat's way to it. */
export function Aside({ draft: { kind, about } }: { draft: Draft }) {
  if (kind === 'complaint' && contentRef.safeParse(about).success)
    return <Notice>{requestCopy.about[contentOf(about ?? '').collection]}</Notice>;
  if (kind !== 'service' || !isPhone) return null;
  return (
    <Notice title={requestCopy.contact.title}>
      <Button size="mini" className="open-contact" openType="contact">
        {requestCopy.contact.open}
      </Button>
    </Notice>
  );
}
