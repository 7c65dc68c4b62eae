import { View } from '@tarojs/components';
import type { Output } from '@/contracts/operation';
import { request } from '@/contracts/request';
import { requestStates } from '@/contracts/request-vocabulary';
import { requestsCopy } from '@/copy/privacy/requests';
import { instantInWords } from '@/features/privacy-centre/beijing-time';
import { Loaded } from '@/features/privacy-centre/loaded';
import { MoreButton } from '@/features/privacy-centre/more-button';
import { usePages } from '@/features/privacy-centre/use-pages';
import { to } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { Cell, Cells } from '@/ui/cells';
import { Empty } from '@/ui/states';
import { Tag } from '@/ui/tag';
import { Looks } from './looks';
import { dueLine, kindInWords, toneOf, type RequestSummary } from './model';
import './requests.less';

const pageOf = ({ requests, next }: Output<typeof request.mine>) => ({ items: requests, next });

/** All requests of the person with their deadlines (P59, P74), or those that a guardian made for one child. */
export function Requests({ ward }: { ward?: string | undefined }) {
  const about: Readonly<Record<string, string>> = ward === undefined ? {} : { ward };
  const words = ward === undefined ? requestsCopy : requestsCopy.ward;
  const { first, items, ...paging } = usePages(request.mine, pageOf, about);
  return (
    <>
      <Loaded state={first}>
        {() => (
          <>
            {items.length === 0 ? (
              <Empty {...words.empty} />
            ) : (
              <Cells title={words.group}>
                {items.map((item) => (
                  <RequestRow key={item.id} item={item} isForChild={ward !== undefined} />
                ))}
              </Cells>
            )}
            <MoreButton {...paging} />
            <Button kind="primary" className="make-request" onTap={to('pages/privacy/request/index', about)}>
              {words.make}
            </Button>
          </>
        )}
      </Loaded>
      {/* Beside the list, not in it: mounted after the page has shown, it would never be read. */}
      {ward === undefined && <Looks />}
    </>
  );
}

function RequestRow({ item, isForChild }: { item: RequestSummary; isForChild: boolean }) {
  const due = dueLine(item);
  return (
    <Cell
      className="request-row"
      title={
        <View className="requests-title">
          {kindInWords(item.kind, isForChild)}
          <Tag text={requestStates[item.state].label} tone={toneOf(item)} />
        </View>
      }
      desc={
        <>
          <View>{requestsCopy.submitted(instantInWords(item.submittedAt))}</View>
          {due !== undefined && <View>{due}</View>}
        </>
      }
      onTap={to('pages/privacy/progress/index', { id: item.id })}
    />
  );
}
