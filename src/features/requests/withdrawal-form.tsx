import { consent } from '@/contracts/consent';
import { requestCopy } from '@/copy/privacy/requests';
import { useLoaded } from '@/features/call/use-loaded';
import { to } from '@/platform/navigate';
import { Cell, Cells } from '@/ui/cells';
import { Loading } from '@/ui/loading';
import { Notice } from '@/ui/notice';
import { withdrawable } from './choices';
import { Which, type DetailsFormProps } from './which';

const { withdraw: words } = requestCopy;

/** Withdrawing through staff, the own consent or that of a child. */
export function WithdrawalForm(props: DetailsFormProps) {
  return props.draft.ward === undefined ? (
    <OwnWithdrawal {...props} />
  ) : (
    <Which {...props} title={requestCopy.which.withdraw} choices={withdrawable} />
  );
}

/**
 * The own switch is quicker and comes first (PIPL 15); only what is on can be withdrawn, and
 * where that cannot be read, every purpose is offered.
 */
function OwnWithdrawal(props: DetailsFormProps) {
  const { data, failure } = useLoaded(consent.current, {});
  const isOn = (purpose: string) => data?.items.some((item) => item.purpose === purpose && item.granted);
  const choices = failure ? withdrawable : withdrawable.filter(({ value }) => isOn(value));
  return (
    <>
      <Cells>
        <Cell
          className="request-to-consents"
          title={words.title}
          desc={words.text}
          onTap={to('pages/privacy/consents/index')}
        />
      </Cells>
      {choices.length > 0 && <Which {...props} title={requestCopy.which.withdraw} choices={choices} />}
      {choices.length === 0 && (data ? <Notice>{words.none}</Notice> : <Loading />)}
    </>
  );
}
