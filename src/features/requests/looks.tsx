import type { Output } from '@/contracts/operation';
import { request } from '@/contracts/request';
import { looksCopy } from '@/copy/privacy/looks';
import { instantInWords } from '@/features/privacy-centre/beijing-time';
import { useOwn } from '@/features/privacy-centre/use-own';
import { Cell, Cells } from '@/ui/cells';

type Look = Output<typeof request.looks>['looks'][number];

function lineOf({ what, about, reason, between }: Look): string {
  if (about === null && (what === 'incident' || what === 'unmask')) return looksCopy.unreadable;
  if (what === 'incident' && between)
    return looksCopy.incident(about ?? '', instantInWords(between.from), instantInWords(between.to));
  return what === 'unmask'
    ? looksCopy.unmask(about ?? '', reason ?? '')
    : looksCopy[what === 'read' ? 'read' : 'decide'];
}

/** Who of the staff looked at what is the person's, and what incidents reached it (P39, P40, P44). */
export function Looks() {
  const { data } = useOwn(request.looks, {});
  // The list above already says that the network is gone.
  if (!data) return null;
  const { looks } = data;
  return (
    <Cells title={looksCopy.title}>
      {looks.length === 0 && <Cell className="no-look" title={looksCopy.none} />}
      {looks.map((look, index) => (
        <Cell
          key={`${look.at} ${String(index)}`}
          className="look"
          title={looksCopy.titles[look.what]}
          desc={`${instantInWords(look.at)} ${lineOf(look)}`}
        />
      ))}
    </Cells>
  );
}
