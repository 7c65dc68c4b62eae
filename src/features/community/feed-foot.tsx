import { View } from '@tarojs/components';
import { feedCopy } from '@/copy/community';
import { go, type PageName } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { askToLogin } from './lead-away';

const openOwn = (page: PageName, status: string) => () => {
  if (status === 'guest') askToLogin();
  else go(page);
};

/** What can be done, always in view; a child reads alone. */
export function FeedFoot({ status }: { status: string }) {
  if (status === 'child') return null;
  return (
    <View className="community-foot">
      <Button size="mini" className="community-mine" onTap={openOwn('pages/community/mine/index', status)}>
        {feedCopy.mine}
      </Button>
      <Button
        size="mini"
        kind="primary"
        className="community-publish"
        onTap={openOwn('pages/community/publish/index', status)}
      >
        {feedCopy.publish}
      </Button>
    </View>
  );
}
