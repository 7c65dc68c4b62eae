import { frozenCopy } from '@/copy/privacy/deregistration';
import { CertificateNumber } from '@/features/certificate/certificate-number';
import { to } from '@/platform/navigate';
import { Cell, Cells } from '@/ui/cells';

/** The number of the proof that will be there after the erasure: of the account, or the one this phone was given. */
export function ProofLater({ id }: { id: string | undefined }) {
  return (
    <>
      {id !== undefined && <CertificateNumber id={id} />}
      <Cells>
        <Cell
          className="to-certificate"
          title={frozenCopy.certificate.title}
          desc={frozenCopy.certificate.text}
          onTap={to('pages/privacy/certificate/index')}
        />
      </Cells>
    </>
  );
}
