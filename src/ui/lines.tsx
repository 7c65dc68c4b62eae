import { View } from '@tarojs/components';

/** Sentences under one another, each of them another one. */
export function Lines({ lines, className = '' }: { lines: readonly string[]; className?: string }) {
  return (
    <>
      {lines.map((line) => (
        <View key={line} className={className}>
          {line}
        </View>
      ))}
    </>
  );
}
