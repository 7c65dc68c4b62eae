import { useState } from 'react';
import { centreCopy } from '@/copy/privacy/centre';
import { copyText } from '@/platform/clipboard';
import { Cell, Cells } from '@/ui/cells';
import { Notice } from '@/ui/notice';

const { contact } = centreCopy;

/** The person in charge can be reached: the address, copied with one tap (P71). */
export function Contact() {
  const [copied, setCopied] = useState<boolean>();
  const copy = async () => {
    setCopied(await copyText(contact.email));
  };
  return (
    <>
      <Cells title={contact.title} tips={contact.desc}>
        <Cell className="contact" title={contact.email} onTap={() => void copy()} />
      </Cells>
      {copied !== undefined && (
        <Notice kind={copied ? 'info' : 'error'}>{copied ? contact.copied : contact.failed}</Notice>
      )}
    </>
  );
}
