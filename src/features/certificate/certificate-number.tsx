import { useState } from 'react';
import { certificateCopy } from '@/copy/privacy/certificate';
import { copyText } from '@/platform/clipboard';
import { Button } from '@/ui/button';
import { Cell, Cells } from '@/ui/cells';
import { Notice } from '@/ui/notice';
import './certificate.less';

/** The number under which the proof of an erasure is found, to be taken along. */
export function CertificateNumber({ id }: { id: string }) {
  const [copied, setCopied] = useState<boolean>();
  const { number } = certificateCopy;
  return (
    <>
      <Cells title={number.group} tips={number.tips}>
        <Cell className="certificate-number certificate__long" title={id} />
      </Cells>
      {copied !== undefined && (
        <Notice kind={copied ? 'info' : 'error'}>
          {copied ? certificateCopy.copied : certificateCopy.failed}
        </Notice>
      )}
      <Button
        size="block"
        className="copy-number"
        onTap={() => {
          void copyText(id).then(setCopied);
        }}
      >
        {number.copy}
      </Button>
    </>
  );
}
