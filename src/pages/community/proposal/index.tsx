import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { ProposalView } from '@/features/community/proposal';
import { Page } from '@/ui/page';

/** One proposal by `?id=`; `&unsent=` says how many pictures could not be sent with it. */
export default function ProposalPage() {
  const { params } = useRouter();
  // Once: while another page comes, the router already speaks of that one.
  const [{ id, unsent }] = useState({ id: params.id, unsent: Number(params.unsent ?? 0) });
  return (
    <Page>
      <ProposalView id={id} unsent={unsent} />
    </Page>
  );
}
