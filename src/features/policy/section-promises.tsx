import { useState } from 'react';
import { View } from '@tarojs/components';
import { promisesOf, type PolicyPromise } from '@/contracts/promises';
import { policyCopy } from '@/copy/policy';
import { to } from '@/platform/navigate';
import { accessible } from '@/ui/accessible';
import { Button } from '@/ui/button';
import { Tag } from '@/ui/tag';
import './policy.less';

/** The promises that a section makes, folded: kept or not, why not, and the way to the control. */
export function SectionPromises({ section }: { section: string }) {
  const [isOpen, setOpen] = useState(false);
  const made = promisesOf(section);
  if (made.length === 0) return null;
  const kept = made.filter((promise) => promise.kept).length;
  return (
    <View className="policy-promises">
      <View
        className="policy-promises-head"
        onClick={() => {
          setOpen(!isOpen);
        }}
        {...accessible({ role: 'button', pressable: true })}
      >
        {`${policyCopy.sectionPromises(kept, made.length)}（${isOpen ? policyCopy.close : policyCopy.open}）`}
      </View>
      {isOpen && made.map((promise) => <PromiseLine key={promise.id} promise={promise} />)}
    </View>
  );
}

function PromiseLine({ promise }: { promise: PolicyPromise }) {
  const { id, line, kept, control } = promise;
  return (
    <View className={`policy-promise policy-promise_${id}`}>
      <Tag text={kept ? policyCopy.kept : policyCopy.notKept} tone={kept ? 'good' : 'warn'} />
      <View>{line}</View>
      {!promise.kept && <View className="policy-reason">{promise.reason}</View>}
      {control && (
        <Button
          size="mini"
          kind="link"
          className="policy-control"
          label={policyCopy.controlLabel(line)}
          onTap={to(control.page)}
        >
          {policyCopy.control}
        </Button>
      )}
    </View>
  );
}
