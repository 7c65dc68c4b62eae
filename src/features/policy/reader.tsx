import { useRouter } from '@tarojs/taro';
import { policy } from '@/contracts/policy';
import { policyCopy } from '@/copy/policy';
import type { CallState } from '@/features/call/use-call';
import { useLoaded } from '@/features/call/use-loaded';
import { Loading } from '@/ui/loading';
import { Page } from '@/ui/page';
import { ErrorState } from '@/ui/states';
import type { Policy } from './model';
import { PolicyText } from './policy-text';

/** The policy reader: the text in force, or with `?version=` one of the archive. Open to everyone; leaves no trace. */
export function Reader() {
  const { version } = useRouter().params;
  return <Page>{version === undefined ? <Current /> : <Archived version={version} />}</Page>;
}

function Current() {
  return <Shown state={useLoaded(policy.current, {})} isArchived={false} />;
}

/** The version in force may be opened by its number too, so which one that is must be asked. */
function Archived({ version }: { version: string }) {
  const current = useLoaded(policy.current, {});
  const state = useLoaded(policy.read, { version });
  if (current.data === undefined) return <Shown state={current} isArchived={false} />;
  return <Shown state={state} isArchived={current.data.version !== version} />;
}

interface ShownProps {
  state: CallState<Policy> & { reload: () => Promise<unknown> };
  isArchived: boolean;
}

/** A text that was read once stays on the screen when the network goes. */
function Shown({ state: { data, failure, reload }, isArchived }: ShownProps) {
  if (data !== undefined) return <PolicyText policy={data} isArchived={isArchived} />;
  if (failure) return <ErrorState error={failure} onRetry={() => void reload()} />;
  return <Loading text={policyCopy.loading} />;
}
