import { useRouter } from '@tarojs/taro';
import { leakCopy } from '@/copy/privacy/leak';
import { Leak } from '@/features/leak/leak';
import { Page } from '@/ui/page';

/** Reporting a leak; `?id=` is one that was reported by a tap elsewhere. */
export default function LeakPage() {
  const { params } = useRouter();
  return (
    <Page title={leakCopy.title} lead={leakCopy.lead}>
      <Leak id={params.id} />
    </Page>
  );
}
