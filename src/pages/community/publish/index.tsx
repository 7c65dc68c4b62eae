import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { publishCopy } from '@/copy/community';
import { Publish } from '@/features/community/publish';
import { Page } from '@/ui/page';

/** A new proposal, or with `?id=` one to change. */
export default function PublishPage() {
  const { params } = useRouter();
  const [id] = useState(params.id);
  return (
    <Page
      title={id === undefined ? publishCopy.title : publishCopy.editTitle}
      {...(id === undefined && { lead: publishCopy.lead })}
    >
      <Publish id={id} />
    </Page>
  );
}
