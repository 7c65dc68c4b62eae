import { useState } from 'react';
import { View } from '@tarojs/components';
import { comparisonCopy as copy } from '@/copy/policy';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Tag } from '@/ui/tag';
import { Blocks } from './blocks';
import { countsOf, runsOf, type Compared, type Run } from './comparison-model';
import './policy.less';

/** What a version changes: first what it means, then the text with each change marked by a word. */
export function ComparedText({ blocks, change }: Compared) {
  const { added, removed, same } = countsOf(blocks);
  return (
    <View>
      {change === null ? <Notice>{copy.backwards}</Notice> : <Meaning change={change} />}
      <View className="policy-counts">{copy.counts(added, removed, same)}</View>
      {runsOf(blocks).map((run, at) =>
        run.change === 'same' ? <Unchanged key={at} run={run} /> : <Changed key={at} run={run} />,
      )}
    </View>
  );
}

function Meaning({
  change: { summary, kinds, mustAgree, asks },
}: {
  change: NonNullable<Compared['change']>;
}) {
  return (
    <Notice title={copy.meaning}>
      <View className="policy-meaning">{summary}</View>
      {kinds.map(({ kind, label, facts }) => (
        <Facts key={kind} title={label} facts={facts} />
      ))}
      {mustAgree && <Facts title={copy.asks} facts={asks} />}
    </Notice>
  );
}

function Facts({ title, facts }: { title: string; facts: readonly string[] }) {
  return (
    <View className="policy-facts">
      <View className="policy-cell_first">{title}</View>
      {facts.map((fact) => (
        <View key={fact} className="policy-item">{`· ${fact}`}</View>
      ))}
    </View>
  );
}

function Changed({ run: { change, nodes } }: { run: Run }) {
  const isAdded = change === 'added';
  return (
    <View className={`policy-changed policy-changed_${change}`}>
      <Tag text={isAdded ? copy.added : copy.removed} tone={isAdded ? 'good' : 'bad'} />
      <Blocks nodes={nodes} isExcerpt />
    </View>
  );
}

function Unchanged({ run: { nodes, heading } }: { run: Run }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <View className="policy-unchanged">
      <Button
        size="mini"
        className="policy-unchanged-open"
        onTap={() => {
          setOpen(!isOpen);
        }}
      >
        {`${copy.same(nodes.length)}（${isOpen ? copy.close : copy.open}）`}
      </Button>
      {isOpen ? <Blocks nodes={nodes} isExcerpt /> : heading && <Blocks nodes={[heading]} isExcerpt />}
    </View>
  );
}
