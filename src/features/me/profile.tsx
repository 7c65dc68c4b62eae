import { account } from '@/contracts/account';
import { commonCopy } from '@/copy/common';
import { meCopy } from '@/copy/me';
import { useLoaded } from '@/features/call/use-loaded';
import { to } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { Cell, Cells } from '@/ui/cells';
import { FailureNotice } from '@/ui/failure-notice';
import { Loading } from '@/ui/loading';
import { ErrorState } from '@/ui/states';
import { AvatarRow } from './avatar-row';
import { NicknameRow } from './nickname-row';
import { OptionalRow } from './optional-row';

/** A member's own facts: what is optional asks when it is tapped and empty, the phone is masked. */
export function Profile() {
  const { data, failure, reload } = useLoaded(account.profile, {});
  if (data === undefined) {
    if (failure) return <ErrorState error={failure} onRetry={() => void reload()} />;
    return <Loading text={meCopy.loading} />;
  }
  const valueOf = (field: string) => data.fields.find((each) => each.field === field)?.value ?? null;
  const again = () => void reload();
  return (
    <Cells title={meCopy.profile}>
      <FailureNotice failure={failure}>
        <Button size="mini" className="me-retry" onTap={again}>
          {commonCopy.retry}
        </Button>
      </FailureNotice>
      <AvatarRow value={valueOf('avatar')} onChanged={again} />
      <NicknameRow value={valueOf('nickname')} onChanged={again} />
      <OptionalRow item="address" value={valueOf('address')} onChanged={again} />
      <OptionalRow item="wechatId" value={valueOf('wechatId')} onChanged={again} />
      <Cell className="me-phone" title={meCopy.phone} value={valueOf('phone') ?? meCopy.none} />
      <Cell
        className="me-change-phone"
        title={meCopy.changePhone}
        desc={meCopy.changePhoneHint}
        onTap={to('pages/privacy/information/index')}
      />
    </Cells>
  );
}
