import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { ProposalView } from '@/features/community/proposal';
import { Page } from '@/ui/page';

/** One proposal by `?id=`. */
export default function ProposalPage() {
  const { params } = useRouter();
  // Once: while another page comes, the router already speaks of that one.
  const [id] = useState(params.id);
  return (
    <Page>
      <ProposalView id={id} />
    </Page>
  );
}
