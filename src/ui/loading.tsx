import { View } from '@tarojs/components';
import { uiCopy } from '@/copy/ui';
import { accessible } from './accessible';
import './loading.less';

/** A turning ring as large as the text beside it. */
export function Spinner() {
  return <View className="ui-spinner" {...accessible({ hidden: true })} />;
}

/** Stands where content will be; says what is being fetched. */
export function Loading({ text = uiCopy.loading }: { text?: string }) {
  return (
    <View className="ui-loading" {...accessible({ role: 'status' })}>
      <Spinner />
      {text}
    </View>
  );
}
