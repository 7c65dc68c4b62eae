import { useState } from 'react';
import { View } from '@tarojs/components';
import { policyCopy } from '@/copy/policy';
import { scrollToId } from '@/platform/scroll';
import { accessible } from '@/ui/accessible';
import { Button } from '@/ui/button';
import { sectionId, type Section } from './model';
import './policy.less';

/** The table of contents; a line brings its section to the top. */
export function Contents({ sections }: { sections: readonly Section[] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <View className="policy-contents" {...accessible({ role: 'navigation', label: policyCopy.toc })}>
      <Button
        size="mini"
        className="policy-toc"
        onTap={() => {
          setOpen(!isOpen);
        }}
      >
        {isOpen ? policyCopy.tocClose : policyCopy.tocOpen}
      </Button>
      {isOpen &&
        sections.map(
          ({ number, heading }) =>
            number !== undefined && (
              <View
                key={number}
                className={`policy-toc-line policy-toc-line_${String(heading?.depth)} policy-toc_${sectionId(number)}`}
                onClick={() => {
                  scrollToId(sectionId(number));
                }}
                {...accessible({ role: 'link', pressable: true })}
              >
                {heading?.text}
              </View>
            ),
        )}
    </View>
  );
}
