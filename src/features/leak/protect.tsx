import { keysOf } from '@/contracts/request-vocabulary';
import { leakCopy } from '@/copy/privacy/leak';
import { go, type PageName } from '@/platform/navigate';
import { Cell, Cells } from '@/ui/cells';

const { group, ...ways } = leakCopy.protect;

const pages = {
  recipients: 'pages/privacy/recipients/index',
  consents: 'pages/privacy/consents/index',
  deregister: 'pages/privacy/deregister/index',
} as const satisfies Record<keyof typeof ways, PageName>;

/** What a person can do without waiting for anybody: end the sharing, take back consents, freeze the account. */
export function Protect() {
  return (
    <Cells title={group}>
      {keysOf(ways).map((way) => (
        <Cell
          key={way}
          className={`protect_${way}`}
          {...ways[way]}
          onTap={() => {
            go(pages[way]);
          }}
        />
      ))}
    </Cells>
  );
}
