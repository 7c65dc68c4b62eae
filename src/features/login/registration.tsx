import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { loginCopy } from '@/copy/login';
import { PhoneProof } from '@/features/phone/phone-proof';
import { to } from '@/platform/navigate';
import { Agreement } from '@/ui/choice';
import { Cells } from '@/ui/cells';
import { Link } from '@/ui/footer';
import { Loading } from '@/ui/loading';
import { Notice } from '@/ui/notice';
import { ErrorState } from '@/ui/states';
import { AgeChoice } from './age-choice';
import { GuardianPath } from './guardian-path';
import { isAgreed, missing } from './model';
import { OptionalItems } from './optional-items';
import { useRegistration } from './use-registration';

/** The form of registration, in the order in which it is filled in. */
export function Registration() {
  const { params } = useRouter();
  // The child's page leads here once a guardian has agreed; the server asks for the consent again.
  const [hasGuardian] = useState(params['guardian'] === 'agreed');
  const { draft, change, policy, register, isRunning, failure } = useRegistration(
    hasGuardian ? 'under14' : undefined,
  );
  if (policy.data === undefined) {
    if (policy.failure === undefined) return <Loading text={loginCopy.loadingPolicy} />;
    return <ErrorState error={policy.failure} onRetry={() => void policy.reload()} />;
  }
  const { version } = policy.data;
  const gaps = missing(draft, version);
  return (
    <>
      {hasGuardian && <Notice title={loginCopy.agreed.title}>{loginCopy.agreed.text}</Notice>}
      <AgeChoice
        age={draft.age}
        onChange={(age) => {
          change({ age });
        }}
      />
      {draft.age === 'under14' && !hasGuardian ? (
        <GuardianPath />
      ) : (
        <>
          <OptionalItems
            optional={draft.optional}
            onChange={(optional) => {
              change({ optional });
            }}
          />
          <Agreement
            className="login-agree"
            label={`${loginCopy.agreeBefore}${loginCopy.agreeLink(version)}`}
            checked={isAgreed(draft, version)}
            onChange={(agreed) => {
              change({ agreedTo: agreed ? version : undefined });
            }}
            link={
              <Link className="login-policy" onTap={to('pages/policy/index')}>
                {loginCopy.agreeLink(version)}
              </Link>
            }
          >
            {loginCopy.agreeBefore}
          </Agreement>
          <Cells title={loginCopy.phoneTitle}>{null}</Cells>
          {gaps.length > 0 && <Notice>{loginCopy.stillMissing(gaps)}</Notice>}
          <PhoneProof
            purpose="register"
            disabled={gaps.length > 0}
            busy={isRunning}
            failure={failure}
            onProof={(phone) => void register(phone)}
          />
        </>
      )}
    </>
  );
}
