import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { feedCopy } from '@/copy/community';
import { accessible } from '@/ui/accessible';
import { Button } from '@/ui/button';
import { FailureNotice } from '@/ui/failure-notice';
import { Loading } from '@/ui/loading';
import { Empty, ErrorState } from '@/ui/states';
import { Card } from './card';
import type { ProposalHead } from './model';
import type { List } from './use-list';

export interface ProposalsProps {
  list: List<ProposalHead>;
  /** What is said where there is nothing at all. */
  empty: { title: string; text: string };
}

/** A list of proposals, or why it is not there; goes on at its end, and by a button where that failed. */
export function Proposals({ list, empty }: ProposalsProps) {
  const { data, failure } = list;
  useReachBottom(() => {
    // What failed is asked for again by the button alone, not by each scroll.
    if (list.moreFailure === undefined) void list.more();
  });
  if (!data) {
    if (failure) return <ErrorState error={failure} onRetry={() => void list.reload()} />;
    return <Loading />;
  }
  if (data.items.length === 0 && !list.hasMore) return <Empty {...empty} />;
  return (
    <>
      {data.items.length === 0 ? (
        <View className="community-quiet">{feedCopy.notYet}</View>
      ) : (
        <View className="community-cards" {...accessible({ role: 'list' })}>
          {data.items.map((head) => (
            <Card key={head.id} head={head} />
          ))}
        </View>
      )}
      <FailureNotice failure={list.moreFailure} />
      {list.hasMore && (
        <Button className="community-more" loading={list.isMoreRunning} onTap={() => void list.more()}>
          {feedCopy.more}
        </Button>
      )}
    </>
  );
}
