import { memo } from 'react';
import { View } from '@tarojs/components';
import { promises, type PolicyPromise } from '@/contracts/promises';
import { policyCopy } from '@/copy/policy';
import { to } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Blocks } from './blocks';
import { Contents } from './contents';
import { Digest } from './digest';
import { sectionId, sectionsOf, type Policy } from './model';
import { SectionPromises } from './section-promises';
import { SigningKey } from './signing-key';
import { Versions } from './versions';
import './policy.less';

const table: readonly PolicyPromise[] = promises;
const keptCount = table.filter(({ kept }) => kept).length;

/**
 * One version with its table of contents, its digest, the promises beside each section, and the other versions. An
 * older text shows them too, as they are today: its terms go on for who has not agreed to a newer one.
 */
export const PolicyText = memo(function PolicyText({ policy }: { policy: Policy }) {
  const sections = sectionsOf(policy.nodes);
  return (
    <>
      {policy.state !== 'in-force' && (
        <Notice kind="warn" title={policy.state === 'past' ? policyCopy.old : policyCopy.coming}>
          {policy.state === 'past' ? policyCopy.oldNotice : policyCopy.comingNotice(policy.effectiveOn)}
          <Button size="mini" className="policy-to-current" onTap={to('pages/policy/index')}>
            {policyCopy.toCurrent}
          </Button>
        </Notice>
      )}
      <Digest policy={policy} />
      <SigningKey />
      <Notice title={policyCopy.promises}>{policyCopy.summary(keptCount, promises.length)}</Notice>
      <Contents sections={sections} />
      {sections.map(({ number, heading, body }, at) => (
        <View
          key={number ?? at}
          className="policy-section"
          {...(number !== undefined && { id: sectionId(number) })}
        >
          {heading && <Blocks nodes={[heading]} />}
          <Blocks nodes={body} />
          {number !== undefined && <SectionPromises section={number} />}
        </View>
      ))}
      <Versions reading={policy.version} />
    </>
  );
});
