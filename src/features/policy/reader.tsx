import { useEffect, useMemo } from 'react';
import { useRouter } from '@tarojs/taro';
import { policy } from '@/contracts/policy';
import { policyCopy } from '@/copy/policy';
import type { CallState } from '@/features/call/use-call';
import { isNoSuch } from '@/features/call/is-no-such';
import { NoSuch } from '@/features/call/no-such';
import { useLoaded } from '@/features/call/use-loaded';
import { KeptNotice } from '@/features/offline/kept-notice';
import { isOffline } from '@/features/offline/model';
import { useSessionOnShow } from '@/features/session/use-session-on-show';
import { useShareCard } from '@/platform/share';
import { Loading } from '@/ui/loading';
import { Page } from '@/ui/page';
import { ErrorState } from '@/ui/states';
import { keepText, keptText } from './kept-text';
import type { Policy } from './model';
import { NewsNotice } from './news-notice';
import { PolicyText } from './policy-text';

/** The policy reader: the text in force, or with `?version=` one of the archive. Open to everyone; leaves no trace. */
export function Reader() {
  const { version } = useRouter().params;
  useSessionOnShow();
  useShareCard(policyCopy.card(version), 'pages/policy/index', version === undefined ? {} : { version });
  return (
    <Page>
      <NewsNotice />
      {version === undefined ? <Current /> : <Archived version={version} />}
    </Page>
  );
}

function Current() {
  const state = useLoaded(policy.current, {});
  const { data } = state;
  useEffect(() => {
    if (data) keepText(data);
  }, [data]);
  return <Shown state={state} />;
}

function Archived({ version }: { version: string }) {
  return <Shown state={useLoaded(policy.read, { version })} version={version} />;
}

/** Where an address leads to no version. */
const NoVersion = () => (
  <NoSuch
    {...policyCopy.noVersion}
    act={policyCopy.toCurrent}
    page="pages/policy/index"
    className="policy-to-current"
  />
);

interface ShownProps {
  state: CallState<Policy> & { reload: () => Promise<unknown> };
  /** Of a text of the archive. */
  version?: string;
}

/** A text that was read once stays when the network goes, and the one in force is there again without it. */
function Shown({ state: { data, failure, reload }, version }: ShownProps) {
  const kept = useMemo(() => (isOffline(failure) ? keptText(version) : undefined), [failure, version]);
  const text = data ?? kept?.data;
  const retry = () => void reload();
  if (text)
    return (
      <>
        {kept && <KeptNotice at={kept.at} onRetry={retry} />}
        <PolicyText policy={text} />
      </>
    );
  if (version !== undefined && isNoSuch(failure, 'POLICY_UNKNOWN')) return <NoVersion />;
  if (failure) return <ErrorState error={failure} onRetry={retry} />;
  return <Loading text={policyCopy.loading} />;
}
