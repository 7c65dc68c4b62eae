import type { ReactNode } from 'react';
import type { Failure } from '@/contracts/result';
import { ContactEmail } from './contact-email';
import { Notice } from './notice';

export interface FailureNoticeProps {
  /** Nothing is shown while there is none. */
  failure: Pick<Failure, 'message' | 'byMail'> | undefined;
  /** What did not work; replaces the kind's own word. */
  title?: string;
  /** What can be done about it, under the sentence. */
  children?: ReactNode;
}

/** Why something was refused, and the address where the sentence says to write. */
export function FailureNotice({ failure, title, children }: FailureNoticeProps) {
  if (!failure) return null;
  return (
    <>
      <Notice kind="error" {...(title !== undefined && { title })}>
        {failure.message}
        {children}
      </Notice>
      {failure.byMail && <ContactEmail />}
    </>
  );
}
