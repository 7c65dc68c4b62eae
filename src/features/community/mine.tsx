import { useRef } from 'react';
import { useDidShow } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { community } from '@/contracts/community';
import { proposalStates } from '@/contracts/community-vocabulary';
import type { Output } from '@/contracts/operation';
import { feedCopy, mineCopy, proposalCopy } from '@/copy/community';
import { instantInWords } from '@/features/privacy-centre/beijing-time';
import { GuestState, Loaded } from '@/features/privacy-centre/loaded';
import { useSessionOnShow } from '@/features/session/use-session-on-show';
import { to } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { Cell, Cells } from '@/ui/cells';
import { FailureNotice } from '@/ui/failure-notice';
import { Empty } from '@/ui/states';
import { Tag } from '@/ui/tag';
import { toneOf } from './model';
import { useList } from './use-list';
import './community.less';

const pageOf = ({ proposals, next }: Output<typeof community.mine>) => ({ items: proposals, next });
type Own = Output<typeof community.mine>['proposals'][number];

/** The person's own proposals with their states, read anew each time the page shows. */
export function Mine() {
  const { status } = useSessionOnShow();
  const list = useList(community.mine, {}, pageOf);
  const isFirst = useRef(true);
  useDidShow(() => {
    if (!isFirst.current) void list.reload();
    isFirst.current = false;
  });
  if (list.failure?.code === 'NOT_REGISTERED') return <GuestState {...mineCopy.guest} />;
  return (
    <Loaded state={list}>
      {({ items }) => (
        <>
          {items.length === 0 && !list.hasMore ? (
            <Empty {...mineCopy.empty} />
          ) : (
            <Cells title={mineCopy.group}>
              {items.map((item) => (
                <OwnRow key={item.id} item={item} />
              ))}
            </Cells>
          )}
          <FailureNotice failure={list.moreFailure} />
          {list.hasMore && (
            <Button className="community-more" loading={list.isMoreRunning} onTap={() => void list.more()}>
              {feedCopy.more}
            </Button>
          )}
          {status !== 'child' && (
            <Button kind="primary" className="community-publish" onTap={to('pages/community/publish/index')}>
              {feedCopy.publish}
            </Button>
          )}
        </>
      )}
    </Loaded>
  );
}

function OwnRow({ item: { id, title, state, at, supports } }: { item: Own }) {
  return (
    <Cell
      className="own-proposal"
      title={
        <View className="community-own">
          {title}
          <Tag text={proposalStates[state].label} tone={toneOf(state) ?? 'plain'} />
        </View>
      }
      desc={mineCopy.line(instantInWords(at), proposalCopy.supporters(supports))}
      onTap={to('pages/community/proposal/index', { id })}
    />
  );
}
