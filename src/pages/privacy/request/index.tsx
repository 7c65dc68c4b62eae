import { useRouter } from '@tarojs/taro';
import { requestCopy } from '@/copy/privacy/requests';
import { RequestForm } from '@/features/requests/request-form';
import { Page } from '@/ui/page';

/** A new request; `?kind=&field=`, `?kind=&purpose=` or a guardian's `?ward=` fills in what another page knows. */
export default function RequestPage() {
  const { params } = useRouter();
  return (
    <Page title={requestCopy.title} lead={requestCopy.lead}>
      <RequestForm prefill={params} />
    </Page>
  );
}
