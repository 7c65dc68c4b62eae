import { useRouter } from '@tarojs/taro';
import { policy } from '@/contracts/policy';
import { policyCopy } from '@/copy/policy';
import type { CallState } from '@/features/call/use-call';
import { useLoaded } from '@/features/call/use-loaded';
import { useSessionOnShow } from '@/features/session/use-session-on-show';
import { useShareCard } from '@/platform/share';
import { Loading } from '@/ui/loading';
import { Page } from '@/ui/page';
import { ErrorState } from '@/ui/states';
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
  return <Shown state={useLoaded(policy.current, {})} />;
}

function Archived({ version }: { version: string }) {
  return <Shown state={useLoaded(policy.read, { version })} />;
}

interface ShownProps {
  state: CallState<Policy> & { reload: () => Promise<unknown> };
}

/** A text that was read once stays on the screen when the network goes. */
function Shown({ state: { data, failure, reload } }: ShownProps) {
  if (data !== undefined) return <PolicyText policy={data} />;
  if (failure) return <ErrorState error={failure} onRetry={() => void reload()} />;
  return <Loading text={policyCopy.loading} />;
}
