import { create } from 'zustand';
import { View } from '@tarojs/components';
import { updateCopy } from '@/copy/update';
import { applyUpdate, watchUpdate } from '@/platform/update';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';

const useUpdate = create<{ isReady: boolean }>(() => ({ isReady: false }));

/** Learns of a newer version; once, at launch. */
export const awaitUpdate = (): void => {
  watchUpdate(() => {
    useUpdate.setState({ isReady: true });
  });
};

/** Offers a newer version that has been fetched; it starts only when the person taps, for it closes what is open. */
export function NewVersion() {
  const { isReady } = useUpdate();
  if (!isReady) return null;
  return (
    <Notice title={updateCopy.title}>
      <View>{updateCopy.text}</View>
      <Button size="mini" className="update-apply" onTap={applyUpdate}>
        {updateCopy.apply}
      </Button>
    </Notice>
  );
}
