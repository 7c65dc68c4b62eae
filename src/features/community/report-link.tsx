import { refOf, type Content } from '@/contracts/content';
import { reportCopy } from '@/copy/community';
import { to } from '@/platform/navigate';
import { Button } from '@/ui/button';

/** The way to complain about what somebody published: a request like any other, answered by staff. */
export function ReportLink({ content, label }: { content: Content; label: string }) {
  return (
    <Button
      size="mini"
      kind="link"
      className={`report report_${content.collection}`}
      label={label}
      onTap={to('pages/privacy/request/index', { kind: 'complaint', about: refOf(content) })}
    >
      {reportCopy.report}
    </Button>
  );
}
