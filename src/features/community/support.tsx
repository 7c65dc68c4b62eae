import { View } from '@tarojs/components';
import { feedCopy, proposalCopy } from '@/copy/community';
import { Button } from '@/ui/button';
import { FailureNotice } from '@/ui/failure-notice';
import { Notice } from '@/ui/notice';
import { askToLogin } from './lead-away';
import type { Proposal } from './model';
import { useSupport } from './use-support';

export interface SupportProps {
  proposal: Proposal;
  /** Who looks at it: a guest is led to log in, a child reads alone. */
  status: string;
}

/** The support of one proposal: a word says whether it is given, and the number how many gave theirs. */
export function Support({ proposal, status }: SupportProps) {
  const { on, supports, toggle, failure } = useSupport(proposal);
  if (status === 'child')
    return (
      <>
        <View className="proposal-support">{proposalCopy.supporters(supports)}</View>
        <Notice>{feedCopy.child}</Notice>
      </>
    );
  return (
    <>
      <Button
        kind={on ? 'default' : 'primary'}
        className="community-support"
        label={proposalCopy.supportLabel(on, supports)}
        onTap={() => {
          if (status === 'guest') askToLogin();
          else void toggle();
        }}
      >
        {`${on ? `✓ ${proposalCopy.supported}` : proposalCopy.support} ${String(supports)}`}
      </Button>
      <FailureNotice failure={failure} title={proposalCopy.notSupported} />
    </>
  );
}
