import { useRouter } from '@tarojs/taro';
import { progressCopy } from '@/copy/privacy/progress';
import { Progress } from '@/features/requests/progress';
import { Page } from '@/ui/page';

/** One request by `?id=`; `&unsent=` says how many pictures could not be sent with it. */
export default function ProgressPage() {
  const { params } = useRouter();
  return (
    <Page title={progressCopy.title}>
      <Progress id={params.id} unsent={Number(params.unsent ?? 0)} />
    </Page>
  );
}
