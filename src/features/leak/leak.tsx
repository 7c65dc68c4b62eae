import { useState } from 'react';
import { MembersOnly } from '@/features/requests/members-only';
import { Filed } from './filed';
import { Protect } from './protect';
import { Report } from './report';

/** Reporting a leak: one tap files it; words come before or after, and a tap takes it back (P43, P73). */
export function Leak({ id: filed }: { id: string | undefined }) {
  const [id, setId] = useState(filed);
  return (
    <MembersOnly>
      {id === undefined ? <Report onFiled={setId} /> : <Filed key={id} id={id} onReplaced={setId} />}
      <Protect />
    </MembersOnly>
  );
}
