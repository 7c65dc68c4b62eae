import { useEffect, useState } from 'react';

/**
 * Whether what the page began with is on its way to the screen. A page travels there as one message, and nothing of it
 * is seen before its last part: what waits for this lets the first words through.
 */
export function useFirstPaint(): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    // Taro sends the message by a timer that was set before this one, when the page was mounted.
    const timer = setTimeout(() => {
      setPainted(true);
    });
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return isPainted;
}
