import { certificateCopy } from '@/copy/privacy/certificate';
import { Cell, Cells } from '@/ui/cells';
import { CopyButton } from '@/ui/copying';
import './certificate.less';

/** The number under which the proof of an erasure is found, to be taken along. */
export function CertificateNumber({ id }: { id: string }) {
  const { number } = certificateCopy;
  return (
    <>
      <Cells title={number.group} tips={number.tips}>
        <Cell className="certificate-number certificate__long" title={id} />
      </Cells>
      <CopyButton size="block" className="copy-number" text={id}>
        {number.copy}
      </CopyButton>
    </>
  );
}
