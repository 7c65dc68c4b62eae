import { useEffect } from 'react';
import { View } from '@tarojs/components';
import { account } from '@/contracts/account';
import { consent } from '@/contracts/consent';
import { request } from '@/contracts/request';
import { centreCopy } from '@/copy/privacy/centre';
import { looksCopy } from '@/copy/privacy/looks';
import { useLoaded } from '@/features/call/use-loaded';
import { keepChoices } from '@/features/consents/kept-choices';
import { isOffline } from '@/features/offline/model';
import { type PageName, to } from '@/platform/navigate';
import { accessible } from '@/ui/accessible';
import { spoken } from '@/ui/spoken';
import { instantInWords } from './beijing-time';
import { HeldShares } from './held-shares';
import { heldShares } from './overview-model';
import './overview.less';

const { overview: words } = centreCopy;

/** The newest look alone: its page tells the others. */
const LAST = { most: 1 };

/** What stands where an answer is not there yet, or did not come. */
const instead = (failure: unknown) => (failure ? words.failed : words.reading);

/** One picture of what is held about a member and what happens with it; `due` is the next deadline in words. */
export function Overview({ due }: { due: string | undefined }) {
  const profile = useLoaded(account.profile, {});
  const consents = useLoaded(consent.current, {});
  const looks = useLoaded(request.looks, LAST);
  const items = consents.data?.items;
  useEffect(() => {
    if (items) keepChoices(items);
  }, [items]);
  // Without a network nothing of it would be true; the ways to everything stand below.
  if (isOffline(profile.failure) && !profile.data) return null;
  return (
    <View className="overview">
      <View className="overview__title" {...accessible({ role: 'heading', level: 2 })}>
        {words.title}
      </View>
      {profile.data ? (
        <HeldShares shares={heldShares(profile.data.fields)} />
      ) : (
        <View className="overview__held">{instead(profile.failure)}</View>
      )}
      <View className="overview__facts">
        <Fact
          name="consents"
          page="pages/privacy/consents/index"
          text={consents.data ? grantsIn(consents.data.items) : instead(consents.failure)}
        />
        <Fact
          name="looks"
          page="pages/privacy/requests/index"
          text={looks.data ? lastOf(looks.data.looks) : instead(looks.failure)}
        />
        <Fact name="due" page="pages/privacy/requests/index" text={due ?? words.reading} />
        <Fact name="receipts" page="pages/privacy/history/index" text={words.receipts.text} />
      </View>
    </View>
  );
}

const grantsIn = (items: readonly { granted: boolean }[]): string =>
  words.consents.on(items.filter(({ granted }) => granted).length, items.length);

function lastOf([last]: readonly { at: string; what: keyof typeof looksCopy.titles }[]): string {
  return last ? `${instantInWords(last.at)} ${looksCopy.titles[last.what]}` : words.looks.none;
}

interface FactProps {
  /** Its class for tests is `fact-<name>`. */
  name: 'consents' | 'looks' | 'due' | 'receipts';
  page: PageName;
  text: string;
}

function Fact({ name, page, text }: FactProps) {
  const { title } = words[name];
  return (
    <View
      className={`overview__fact fact-${name}`}
      onClick={to(page)}
      {...accessible({ role: 'button', label: spoken(title, text), pressable: true })}
    >
      <View className="overview__fact-title">{title}</View>
      <View>{text}</View>
    </View>
  );
}
