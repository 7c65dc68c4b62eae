import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { accessible } from './accessible';
import './footer.less';

export interface LinkProps {
  onTap: () => void;
  /** 44 px high, for a link that is not inside a sentence. */
  roomy?: boolean;
  className?: string;
  children: ReactNode;
}

/** Underlined text that leads somewhere. */
export function Link({ onTap, roomy = false, className = '', children }: LinkProps) {
  return (
    <View
      className={`ui-link ${roomy ? 'ui-link_roomy' : ''} ${className}`}
      onClick={onTap}
      {...accessible({ role: 'link', pressable: true })}
    >
      {children}
    </View>
  );
}

export interface FooterProps {
  links?: readonly { text: string; onTap: () => void; className?: string }[];
  children?: ReactNode;
}

/** The quiet foot of a page: links, then who runs this. */
export function Footer({ links = [], children }: FooterProps) {
  return (
    <View className="ui-footer">
      <View className="ui-footer__links">
        {links.map(({ text, ...link }) => (
          <Link key={text} roomy {...link}>
            {text}
          </Link>
        ))}
      </View>
      {children}
    </View>
  );
}
