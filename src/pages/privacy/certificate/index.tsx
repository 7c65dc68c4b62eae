import { certificateCopy } from '@/copy/privacy/certificate';
import { Certificate } from '@/features/certificate/certificate';
import { Page } from '@/ui/page';

/** The proof that an account was erased. */
export default function CertificatePage() {
  return (
    <Page title={certificateCopy.title} lead={certificateCopy.lead}>
      <Certificate />
    </Page>
  );
}
