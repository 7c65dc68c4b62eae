import { View } from '@tarojs/components';
import { account } from '@/contracts/account';
import {
  collectedList,
  notCollectedList,
  onDeviceList,
  type CollectedGroup,
  type CollectedItem,
} from '@/contracts/data-map/derive/lists';
import { collectedCopy } from '@/copy/privacy/lists';
import { useOwn } from '@/features/privacy-centre/use-own';
import { Cell, Cells } from '@/ui/cells';
import { Fold } from '@/ui/fold';
import { Tag } from '@/ui/tag';

const groups = collectedList();
/** A played WeChat identity is kept in a browser alone. */
const onThisDevice = onDeviceList().filter(({ key }) => key !== 'visitor' || process.env.TARO_ENV === 'h5');

/** Names of account fields and whether something is held in them now; undefined for who is not logged in. */
type Held = ReadonlyMap<string, boolean> | undefined;

/** 已收集个人信息清单: the whole data map in words, for everyone; who is logged in also sees what is held now. */
export function Collected() {
  const { data } = useOwn(account.profile, {});
  const held: Held = data && new Map(data.fields.map(({ field, value }) => [field, value !== null]));
  return (
    <>
      <Cells title={collectedCopy.group}>
        {groups.map((group) => (
          <Group key={group.category} group={group} held={held} />
        ))}
      </Cells>
      <Cells title={collectedCopy.phone.group} tips={collectedCopy.phone.tips}>
        {onThisDevice.map(({ key, label, because }) => (
          <Cell key={key} className={`kept_${key}`} title={label} desc={because} />
        ))}
      </Cells>
      <Cells title={collectedCopy.not.group}>
        {notCollectedList().map(({ label, because }) => (
          <Cell key={label} title={label} desc={because} />
        ))}
      </Cells>
    </>
  );
}

function Group({ group: { category, label, items }, held }: { group: CollectedGroup; held: Held }) {
  // The same item may lie in several places; it is named, and counted, once.
  const names = [...new Set(items.map((item) => item.label))];
  return (
    <Fold
      className={`group_${category}`}
      title={label}
      desc={names.join('、')}
      count={collectedCopy.count(names.length)}
    >
      {items.map((item) => (
        <Item key={`${item.collection}.${item.field}`} item={item} held={held} />
      ))}
    </Fold>
  );
}

function Item({ item, held }: { item: CollectedItem; held: Held }) {
  const isHeld = item.collection === 'accounts' ? held?.get(item.field) : undefined;
  return (
    <Cell
      className={`collected collected_${item.collection}_${item.field}`}
      title={
        <>
          {item.label}
          {item.sensitive && <Tag text={collectedCopy.sensitive} tone="warn" />}
          {item.isVaulted && <Tag text={collectedCopy.vaulted} />}
        </>
      }
      desc={
        <>
          {item.collection !== 'accounts' && <View>{collectedCopy.of(item.of)}</View>}
          <View>{collectedCopy.why(item.purpose, item.why)}</View>
          <View>{collectedCopy.when(item.when, item.source)}</View>
          <View>{collectedCopy.basis(item.basis, item.keptFor)}</View>
          {item.because !== null && <View>{collectedCopy.because(item.because)}</View>}
        </>
      }
      value={isHeld === undefined ? undefined : collectedCopy.held[isHeld ? 'yes' : 'no']}
    />
  );
}
