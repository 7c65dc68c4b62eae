import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import type { Failure } from '@/contracts/result';
import { uiCopy } from '@/copy/ui';
import { accessible } from './accessible';
import { Button } from './button';
import { ContactEmail } from './contact-email';
import './states.less';

export interface EmptyProps {
  title: string;
  /** What the user can do about it. */
  text?: string;
  /** A Button. */
  children?: ReactNode;
}

/** Nothing here yet, and what would put something here. */
export function Empty({ title, text, children }: EmptyProps) {
  return (
    <View className="ui-state">
      <View className="ui-state__title">{title}</View>
      {text !== undefined && <View className="ui-state__text">{text}</View>}
      {children}
    </View>
  );
}

export interface ErrorStateProps {
  error: Pick<Failure, 'message' | 'retryable' | 'byMail'>;
  /** Offered only when trying again can help. */
  onRetry?: () => void;
}

/** A whole page or section that could not be fetched, and the way on: to try again, or to write. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  return (
    <>
      <View className="ui-state" {...accessible({ role: 'alert' })}>
        <View className="ui-state__title">{uiCopy.notLoaded}</View>
        <View className="ui-state__text">{error.message}</View>
        {error.retryable && onRetry && (
          <Button className="ui-retry" onTap={onRetry}>
            {uiCopy.retry}
          </Button>
        )}
      </View>
      {error.byMail && <ContactEmail />}
    </>
  );
}
