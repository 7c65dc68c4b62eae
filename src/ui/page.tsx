import { useEffect, useState, type CSSProperties, type ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { fontScale } from '@/platform/font-scale';
import { watchOnline } from '@/platform/network';
import { useVisit } from '@/platform/visits';
import { uiCopy } from '@/copy/ui';
import { accessible } from './accessible';
import { NavBar } from './nav-bar';
import { pageOverlay } from './page-overlay';
import './page.less';

export interface PageProps {
  /** A large heading inside the page; the navigation bar's title is the page configuration's. */
  title?: string;
  /** One or two sentences under the heading. */
  lead?: string;
  children?: ReactNode;
}

/** The root of every page: font size by the user's setting, dark ground, and a banner while there is no network. */
export function Page({ title, lead, children }: PageProps) {
  const [online, setOnline] = useState(true);
  useEffect(() => watchOnline(setOnline), []);
  useVisit();
  const Overlay = pageOverlay();
  return (
    <View
      className="ui-page"
      style={{ '--font-scale': String(fontScale()) } as CSSProperties}
      {...accessible({ role: 'main' })}
    >
      <NavBar />
      {!online && <OfflineBanner />}
      {title !== undefined && (
        <View className="ui-page__title" {...accessible({ role: 'heading' })}>
          {title}
        </View>
      )}
      {lead !== undefined && <Text className="ui-page__lead">{lead}</Text>}
      {children}
      {Overlay && <Overlay />}
    </View>
  );
}

/** Says that what is on the screen may be old; Page shows it by itself. */
export function OfflineBanner() {
  return (
    <View className="ui-page__offline" {...accessible({ role: 'status' })}>
      {uiCopy.offline}
    </View>
  );
}
