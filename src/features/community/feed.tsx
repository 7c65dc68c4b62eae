import { useState } from 'react';
import { View } from '@tarojs/components';
import { community } from '@/contracts/community';
import { feedOrders, type FeedOrder } from '@/contracts/community-vocabulary';
import type { Output } from '@/contracts/operation';
import { keysOf } from '@/contracts/request-vocabulary';
import { feedCopy, purposeCopy } from '@/copy/community';
import { useSessionOnShow } from '@/features/session/use-session-on-show';
import { to } from '@/platform/navigate';
import { accessible } from '@/ui/accessible';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Empty } from '@/ui/states';
import { Tabs } from '@/ui/tabs';
import { FeedFoot } from './feed-foot';
import { useFresh } from './fresh';
import { Proposals } from './proposals';
import { PurposeSheet } from './purpose-sheet';
import { ScopeChoice } from './scope-choice';
import { SearchBar } from './search-bar';
import { useList } from './use-list';
import { useSameCity } from './use-same-city';
import './community.less';

const orders = keysOf(feedOrders).map((value) => ({ value, title: feedOrders[value].label }));
const pageOf = ({ proposals, next }: Output<typeof community.feed>) => ({ items: proposals, next });

/** What everybody proposed: open to everyone, without an account and without a write (P04). */
export function Feed() {
  const { status } = useSessionOnShow();
  const [words, setWords] = useState<string>();
  return (
    <>
      {status === 'child' && <Notice>{feedCopy.child}</Notice>}
      <SearchBar key={`bar ${words ?? ''}`} start={words} onSearch={setWords} />
      {words === undefined ? (
        <Everything />
      ) : (
        <Found
          key={words}
          words={words}
          onEnd={() => {
            setWords(undefined);
          }}
        />
      )}
      <FeedFoot status={status} />
    </>
  );
}

function Everything() {
  const [order, setOrder] = useState<FeedOrder>('newest');
  const { scope, city, choose, asking } = useSameCity();
  const turn = useFresh((fresh) => fresh.turn);
  const place = scope === 'city' ? city : undefined;
  return (
    <>
      <Tabs tabs={orders} value={order} onChange={setOrder} label={feedCopy.order} />
      <ScopeChoice scope={scope} city={city} onChoose={(wanted) => void choose(wanted)} />
      {scope === 'city' && city === undefined ? (
        <NoCity />
      ) : (
        <Listed key={JSON.stringify([order, place, turn])} order={order} place={place} />
      )}
      <PurposeSheet asking={asking} words={purposeCopy.sameCity} />
    </>
  );
}

function Listed({ order, place }: { order: FeedOrder; place: string | undefined }) {
  const list = useList(community.feed, { order, ...(place !== undefined && { place }) }, pageOf);
  return <Proposals list={list} empty={place === undefined ? feedCopy.empty : feedCopy.emptyCity} />;
}

function Found({ words, onEnd }: { words: string; onEnd: () => void }) {
  const list = useList(community.search, { words }, pageOf);
  return (
    <>
      <View className="community-found">
        <View className="community-found__title" {...accessible({ role: 'heading', level: 2 })}>
          {feedCopy.found(words)}
        </View>
        <Button size="mini" kind="link" className="community-search-end" onTap={onEnd}>
          {feedCopy.endSearch}
        </Button>
      </View>
      <Proposals list={list} empty={feedCopy.emptySearch} />
    </>
  );
}

function NoCity() {
  const { title, text, act } = feedCopy.noCity;
  return (
    <Empty title={title} text={text}>
      <Button className="community-pick-city" onTap={to('pages/city/index')}>
        {act}
      </Button>
    </Empty>
  );
}
