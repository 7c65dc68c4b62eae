import { keysOf } from '@/contracts/request-vocabulary';
import { leakCopy } from '@/copy/privacy/leak';
import { LockEverywhere } from '@/features/lock/lock-everywhere';
import { type PageName, to } from '@/platform/navigate';
import { Cell, Cells } from '@/ui/cells';

const { group, ...ways } = leakCopy.protect;

const pages = {
  recipients: 'pages/privacy/recipients/index',
  consents: 'pages/privacy/consents/index',
  deregister: 'pages/privacy/deregister/index',
} as const satisfies Record<keyof typeof ways, PageName>;

/** What a person can do without waiting for anybody: shut everybody out, end the sharing, take back consents, leave. */
export function Protect() {
  return (
    <Cells title={group}>
      <LockEverywhere />
      {keysOf(ways).map((way) => (
        <Cell key={way} className={`protect_${way}`} {...ways[way]} onTap={to(pages[way])} />
      ))}
    </Cells>
  );
}
