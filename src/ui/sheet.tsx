import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { uiCopy } from '@/copy/ui';
import { accessible } from './accessible';
import { Button, type ButtonProps } from './button';
import { InSheet } from './in-sheet';
import { Settling, useSettling } from './settling';
import { useModal } from './use-modal';
import './sheet.less';

export interface SheetProps {
  open: boolean;
  title: string;
  /** Called by 关闭, by a tap beside the sheet and by Escape. */
  onClose: () => void;
  /** The button that ends it; always in view below the text, which scrolls. */
  action?: ReactNode;
  children: ReactNode;
}

/** A half-screen sheet from below: asks or explains at the moment of need. */
export function Sheet({ open, title, onClose, action, children }: SheetProps) {
  useModal(open, onClose);
  const isSettling = useSettling(open);
  if (!open) return null;
  return (
    <>
      <View className="ui-mask" catchMove onClick={onClose} {...accessible({ hidden: true })} />
      <View className="ui-sheet" {...accessible({ role: 'dialog', label: title, modal: true })}>
        <View className="ui-sheet__hd">
          <View className="ui-sheet__title" {...accessible({ role: 'heading', level: 2 })}>
            {title}
          </View>
          <Button size="mini" kind="link" className="ui-sheet__close" onTap={onClose}>
            {uiCopy.close}
          </Button>
        </View>
        <View className="ui-sheet__bd">
          <InSheet.Provider value>
            <Settling.Provider value={isSettling}>{children}</Settling.Provider>
          </InSheet.Provider>
        </View>
        {action !== undefined && (
          <View className="ui-sheet__ft">
            <Settling.Provider value={isSettling}>{action}</Settling.Provider>
          </View>
        )}
      </View>
    </>
  );
}

export interface DialogAction extends Pick<ButtonProps, 'kind' | 'loading' | 'disabled' | 'className'> {
  text: string;
  onTap: () => void;
}

export interface DialogProps {
  open: boolean;
  title: string;
  children?: ReactNode;
  /** Topmost first; the last is the way back, which Escape takes too. */
  actions: readonly DialogAction[];
}

/** A question in the middle of the screen that must be answered. */
export function Dialog({ open, title, children, actions }: DialogProps) {
  useModal(open, () => {
    const wayBack = actions[actions.length - 1];
    if (wayBack?.disabled !== true && wayBack?.loading !== true) wayBack?.onTap();
  });
  const isSettling = useSettling(open);
  if (!open) return null;
  return (
    <>
      <View className="ui-mask ui-mask_dialog" catchMove {...accessible({ hidden: true })} />
      <View
        className="ui-dialog"

        {...accessible({ role: 'alertdialog', label: title, modal: true })}
      >
        <View className="ui-dialog__title" {...accessible({ role: 'heading', level: 2 })}>
          {title}
        </View>
        <Settling.Provider value={isSettling}>
          {children !== undefined && <View className="ui-dialog__bd">{children}</View>}
          {actions.map(({ text, ...action }) => (
            <Button key={text} {...action}>
              {text}
            </Button>
          ))}
        </Settling.Provider>
      </View>
    </>
  );
}
