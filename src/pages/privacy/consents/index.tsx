import { consentsCopy } from '@/copy/privacy/consents';
import { Consents } from '@/features/consents/consents';
import { Page } from '@/ui/page';

/** One switch per optional purpose. */
export default function ConsentsPage() {
  return (
    <Page title={consentsCopy.title} lead={consentsCopy.lead}>
      <Consents />
    </Page>
  );
}
