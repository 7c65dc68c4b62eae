import { View } from '@tarojs/components';
import type { Output } from '@/contracts/operation';
import { request } from '@/contracts/request';
import { inboxCopy } from '@/copy/privacy/inbox';
import { useCall } from '@/features/call/use-call';
import { instantInWords } from '@/features/privacy-centre/beijing-time';
import { Loaded } from '@/features/privacy-centre/loaded';
import { MoreButton } from '@/features/privacy-centre/more-button';
import { usePages } from '@/features/privacy-centre/use-pages';
import { go } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { Cell, Cells } from '@/ui/cells';
import { FailureNotice } from '@/ui/failure-notice';
import { Empty } from '@/ui/states';
import { Tag } from '@/ui/tag';
import './inbox.less';

type Answer = Output<typeof request.inbox>;
type Message = Answer['messages'][number];

const pageOf = ({ messages, next }: Answer) => ({ items: messages, next });

/** Everything the person was told, newest first; reading one opens the page it speaks of. */
export function Inbox() {
  const { first, items, ...paging } = usePages(request.inbox, pageOf);
  const markingOne = useCall(request.markRead);
  const markingAll = useCall(request.markRead);
  const open = ({ id, read, page, requestId }: Message) => {
    // Read again when the page comes back; should the mark be lost, it stays unread and nothing else is.
    if (!read) void markingOne.run({ id });
    go(page, requestId === null ? undefined : { id: requestId });
  };
  const markAll = async () => {
    const result = await markingAll.run({});
    if (result.ok) await first.reload();
  };
  return (
    <Loaded state={first}>
      {({ unread }) => (
        <>
          <FailureNotice failure={markingAll.failure ?? markingOne.failure} />
          {items.length === 0 ? (
            <Empty {...inboxCopy.empty} />
          ) : (
            <Cells title={inboxCopy.group}>
              {items.map((message) => (
                <MessageRow
                  key={message.id}
                  message={message}
                  onTap={() => {
                    open(message);
                  }}
                />
              ))}
            </Cells>
          )}
          <MoreButton {...paging} />
          {unread > 0 && (
            <Button className="mark-all-read" loading={markingAll.isRunning} onTap={() => void markAll()}>
              {inboxCopy.allRead}
            </Button>
          )}
        </>
      )}
    </Loaded>
  );
}

function MessageRow({ message, onTap }: { message: Message; onTap: () => void }) {
  return (
    <Cell
      className={`message-row ${message.read ? '' : 'message-row_unread'}`}
      title={
        <View className="inbox-title">
          {message.title}
          {!message.read && <Tag text={inboxCopy.unread} tone="warn" />}
        </View>
      }
      desc={
        <>
          <View>{message.text}</View>
          <View className="inbox-at">{instantInWords(message.at)}</View>
        </>
      }
      onTap={onTap}
    />
  );
}
