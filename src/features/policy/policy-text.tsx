import { memo } from 'react';
import { View } from '@tarojs/components';
import { promises } from '@/contracts/promises';
import { policyCopy } from '@/copy/policy';
import { go } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Blocks } from './blocks';
import { Contents } from './contents';
import { Digest } from './digest';
import { sectionId, sectionsOf, type Policy } from './model';
import { SectionPromises } from './section-promises';
import { Versions } from './versions';
import './policy.less';

const keptCount = promises.filter(({ kept }) => kept).length;

export interface PolicyTextProps {
  policy: Policy;
  /** Shows the text alone: the promises of today say nothing about an older text. */
  isArchived: boolean;
}

/** One version with its table of contents, its digest, the promises beside each section, and the other versions. */
export const PolicyText = memo(function PolicyText({ policy, isArchived }: PolicyTextProps) {
  const sections = sectionsOf(policy.nodes);
  return (
    <View>
      {isArchived && (
        <Notice kind="warn" title={policyCopy.old}>
          {policyCopy.oldNotice}
          <Button
            size="mini"
            className="policy-to-current"
            onTap={() => {
              go('pages/policy/index');
            }}
          >
            {policyCopy.toCurrent}
          </Button>
        </Notice>
      )}
      <Digest policy={policy} />
      {!isArchived && (
        <Notice title={policyCopy.promises}>{policyCopy.summary(keptCount, promises.length)}</Notice>
      )}
      <Contents sections={sections} />
      {sections.map(({ number, heading, body }, at) => (
        <View
          key={number ?? at}
          className="policy-section"
          {...(number !== undefined && { id: sectionId(number) })}
        >
          {heading && <Blocks nodes={[heading]} />}
          <Blocks nodes={body} />
          {number !== undefined && !isArchived && <SectionPromises section={number} />}
        </View>
      ))}
      <Versions reading={policy.version} />
    </View>
  );
});
