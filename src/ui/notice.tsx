import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { uiCopy } from '@/copy/ui';
import { accessible } from './accessible';
import './notice.less';

/** The word that says what the colour says. */
const WORDS = uiCopy.notice;

export interface NoticeProps {
  kind?: keyof typeof WORDS;
  /** Replaces the kind's own word. */
  title?: string;
  children?: ReactNode;
}

/** A box that explains, warns or reports a failure; a failure is also spoken at once. */
export function Notice({ kind = 'info', title = WORDS[kind], children }: NoticeProps) {
  return (
    <View
      className={`ui-notice ui-notice_${kind}`}
      {...accessible({ role: kind === 'error' ? 'alert' : 'note' })}
    >
      <View className="ui-notice__title">{title}</View>
      {children}
    </View>
  );
}

/** Marks what WeChat would do on a phone and the local cloud plays on H5. */
export function SimulatedMark() {
  return <View className="ui-simulated">{uiCopy.simulated}</View>;
}
