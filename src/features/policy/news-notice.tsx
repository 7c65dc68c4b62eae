import { View } from '@tarojs/components';
import { session } from '@/contracts/session';
import type { PolicyNews } from '@/contracts/policy-change';
import { policyNewsCopy as copy } from '@/copy/policy';
import { useCall } from '@/features/call/use-call';
import { useSession } from '@/features/session/store';
import { go } from '@/platform/navigate';
import { accessible } from '@/ui/accessible';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { nameOf, usePutOff } from './put-off';
import './news.less';

/**
 * Tells of a newer policy: what changed, and for a member whom it asks, to agree or to go on under the old terms (P68,
 * P69).
 */
export function NewsNotice() {
  const { status, policyNews: news } = useSession();
  const { told } = usePutOff();
  const isOpen = status === 'guest' || status === 'member' || status === 'child';
  return isOpen && news && told !== nameOf(news) ? <News news={news} /> : null;
}

/** As many facts as fit without pushing the page away; the comparison has them all. */
const MOST = 3;

function News({ news }: { news: PolicyNews }) {
  const { version, since, effectiveOn, state, kinds, asks, mustAgree, summary } = news;
  const { later, seen } = usePutOff();
  const all = mustAgree ? asks : kinds.flatMap(({ facts }) => facts);
  return (
    <Notice kind="warn" title={copy.title[state]}>
      <View>{copy.from(version, effectiveOn)}</View>
      <View className="policy-news-summary">{summary}</View>
      {all.slice(0, MOST).map((fact) => (
        <View key={fact} className="policy-news-fact">{`· ${fact}`}</View>
      ))}
      {all.length > MOST && <View className="policy-news-fact">{copy.more(all.length)}</View>}
      <View className="policy-news-ways">
        <Button
          size="mini"
          className="policy-news-read"
          onTap={() => {
            if (since === null) go('pages/policy/index', { version });
            else go('pages/policy/compare/index', { from: since, to: version });
          }}
        >
          {since === null ? copy.read : copy.compare}
        </Button>
        {mustAgree && <Agree version={version} />}
        <Button
          size="mini"
          className="policy-news-later"
          onTap={() => {
            (mustAgree ? later : seen)(news);
          }}
        >
          {mustAgree ? copy.later : copy.seen}
        </Button>
      </View>
    </Notice>
  );
}

function Agree({ version }: { version: string }) {
  const { run, isRunning, failure } = useCall(session.agree);
  const agree = async () => {
    const result = await run({ policyVersion: version });
    // A refusal may mean that a still newer one has come: what is told must be asked anew either way.
    if (result.ok || result.error.code === 'POLICY_STALE') await useSession.getState().load();
  };
  return (
    <>
      <Button
        size="mini"
        kind="primary"
        className="policy-news-agree"
        loading={isRunning}
        onTap={() => void agree()}
      >
        {copy.agree}
      </Button>
      {failure && <View {...accessible({ role: 'alert' })}>{failure.message}</View>}
    </>
  );
}
