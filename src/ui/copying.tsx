import { useState } from 'react';
import { View } from '@tarojs/components';
import { commonCopy } from '@/copy/common';
import { copyText } from '@/platform/clipboard';
import { accessible } from './accessible';
import { Button, type ButtonProps } from './button';
import { Notice } from './notice';

/** Copying this text, and whether it went; undefined before the first tap. */
export function useCopy(text: string) {
  const [isDone, setDone] = useState<boolean>();
  return { copy: () => void copyText(text).then(setDone), isDone };
}

/** Beside a text that can be copied by hand as well: what became of a tap on it, said to a screen reader too. */
export function Copied({ isDone, before }: { isDone: boolean | undefined; before?: string }) {
  const words = isDone ? commonCopy.copied : commonCopy.copyFailed;
  if (isDone === undefined && before === undefined) return null;
  return <View {...accessible({ role: 'status' })}>{isDone === undefined ? before : words}</View>;
}

/** Copies a text that is not shown as it is copied. */
export function CopyButton({ text, ...button }: { text: string } & Omit<ButtonProps, 'onTap'>) {
  const { copy, isDone } = useCopy(text);
  return (
    <>
      <Button {...button} onTap={copy} />
      {isDone !== undefined && (
        <Notice kind={isDone ? 'info' : 'error'}>{isDone ? commonCopy.copied : commonCopy.copyAgain}</Notice>
      )}
    </>
  );
}
