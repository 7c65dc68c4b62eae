import { deregisterCopy } from '@/copy/privacy/deregistration';
import { Deregister } from '@/features/deregistration/deregister';
import { Page } from '@/ui/page';

/** Leaving: warning, copy, proof of the bound phone. */
export default function DeregisterPage() {
  return (
    <Page title={deregisterCopy.title}>
      <Deregister />
    </Page>
  );
}
