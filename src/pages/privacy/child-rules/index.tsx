import { childCopy } from '@/copy/privacy/child';
import { AskGuardian } from '@/features/guardian/ask-guardian';
import { Page } from '@/ui/page';

/** The rules for children, and the way to ask a guardian. */
export default function ChildRulesPage() {
  return (
    <Page title={childCopy.title} lead={childCopy.lead}>
      <AskGuardian />
    </Page>
  );
}
