import { useRouter } from '@tarojs/taro';
import { requestsCopy } from '@/copy/privacy/requests';
import { Requests } from '@/features/requests/requests';
import { Page } from '@/ui/page';

/** The list of the person's requests; with `?ward=`, of what a guardian asked for that child. */
export default function RequestsPage() {
  const { ward } = useRouter().params;
  return (
    <Page title={ward === undefined ? requestsCopy.title : requestsCopy.ward.title} lead={requestsCopy.lead}>
      <Requests ward={ward} />
    </Page>
  );
}
