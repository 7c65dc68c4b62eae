import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** The mini program's own size in CSS pixels, whatever room there is for it. */
export const SCREEN = { width: 390, height: 844 } as const;

const FRAME = 16;
/** Everything above and below the phone when the page does not scroll. */
const AROUND = 152;
const LEAST = 0.5;

/** How much the phone must shrink to fit its room's width and, where the page has columns, the window's height. */
export function usePhoneScale(): { box: RefObject<HTMLDivElement>; scale: number } {
  const box = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(LEAST);
  useLayoutEffect(() => {
    const fit = (): void => {
      const isStacked = matchMedia('(max-width: 899px)').matches;
      const byWidth = ((box.current?.clientWidth ?? SCREEN.width) - FRAME) / SCREEN.width;
      const byHeight = isStacked ? 1 : (innerHeight - AROUND) / SCREEN.height;
      setScale(Math.max(LEAST, Math.min(1, byWidth, byHeight)));
    };
    fit();
    addEventListener('resize', fit);
    return () => {
      removeEventListener('resize', fit);
    };
  }, []);
  return { box, scale };
}
