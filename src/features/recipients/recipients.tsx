import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { consent } from '@/contracts/consent';
import { sharingList, type SharedWith } from '@/contracts/data-map/derive/lists';
import { childCopy } from '@/copy/privacy/child';
import { recipientsCopy } from '@/copy/privacy/lists';
import { useLoaded } from '@/features/call/use-loaded';
import { useWho } from '@/features/privacy-centre/use-own';
import { shutBy } from '@/features/session/shut';
import { to } from '@/platform/navigate';
import { Cell, Cells } from '@/ui/cells';
import { FailureNotice } from '@/ui/failure-notice';
import { Link } from '@/ui/footer';
import { Lines } from '@/ui/lines';
import { Notice } from '@/ui/notice';
import { termsOf, type Choice } from './model';
import { RecipientRow } from './recipient-row';

const listed = sharingList();

type Who = NonNullable<ReturnType<typeof useWho>['data']>['status'] | undefined;

/**
 * 第三方共享清单: everyone in the map who can receive something (P28). It stands without a network and without an account;
 * who is logged in has a switch for each recipient that needs a grant.
 */
export function Recipients() {
  const { data, failure } = useLoaded(consent.recipients, {});
  const who = useWho().data;
  const choiceOf = (id: string) => data?.items.find(({ recipient }) => recipient === id);
  const isMember = who?.status === 'member';
  const processors = listed.filter(({ needsGrant }) => !needsGrant);
  const others = listed.filter(({ needsGrant }) => needsGrant);
  return (
    <>
      {failure && !shutBy(failure.code) && <FailureNotice failure={failure} title={recipientsCopy.offline} />}
      {who?.status === 'child' && <Notice title={childCopy.limited.title}>{childCopy.limited.text}</Notice>}
      <Cells title={recipientsCopy.others.group} {...tipsFor(who?.status)}>
        {others.map((entry) => {
          const choice = choiceOf(entry.recipient);
          return isMember && data && choice ? (
            <RecipientRow
              key={entry.recipient}
              entry={entry}
              choice={choice}
              policyVersion={data.policyVersion}
            />
          ) : (
            <Plain key={entry.recipient} entry={entry} choice={choice} />
          );
        })}
      </Cells>
      <Cells title={recipientsCopy.processors.group} tips={recipientsCopy.processors.tips}>
        {processors.map((entry) => (
          <Plain key={entry.recipient} entry={entry} choice={choiceOf(entry.recipient)} />
        ))}
      </Cells>
      {isMember && (
        <Cells>
          <Cell
            className="to-history"
            title={recipientsCopy.toHistory}
            onTap={to('pages/privacy/history/index')}
          />
        </Cells>
      )}
    </>
  );
}

/** Only who sees switches reads of them. */
function tipsFor(status: Who): { tips?: ReactNode } {
  const { tips, guest, login } = recipientsCopy.others;
  if (status === 'member') return { tips };
  if (status !== 'guest') return {};
  return {
    tips: (
      <>
        {guest}
        <Link roomy className="recipients-login" onTap={to('pages/login/index', { next: 'back' })}>
          {login}
        </Link>
      </>
    ),
  };
}

function Plain({ entry, choice }: { entry: SharedWith; choice: Choice | undefined }) {
  return (
    <Cell
      className={`recipient recipient_${entry.recipient}`}
      title={entry.name}
      desc={
        <>
          <Lines lines={termsOf(entry)} />
          {choice && <View>{recipientsCopy.states[choice.state]}</View>}
        </>
      }
    />
  );
}
