import { useEffect, useRef, useState } from 'react';
import { Card } from '../page-kit/parts';
import { copy } from './copy';
import { usePhoneScale, SCREEN } from './use-phone-scale';

/**
 * The mini program in a phone's frame. `turn` reloads it; a tap in it is told, so that the page can show what the
 * next change comes from.
 */
export function Phone({
  openid,
  turn,
  onReload,
  onOpened,
  onTap,
}: {
  openid: string;
  turn: number;
  onReload: () => void;
  onOpened: () => void;
  onTap: () => void;
}) {
  const isBuilt = useIsBuilt();
  const { box, scale } = usePhoneScale();
  const frame = useRef<HTMLIFrameElement>(null);

  const opened = (): void => {
    // The frame shows this server's own page, so its document is open to us.
    frame.current?.contentDocument?.addEventListener('pointerdown', onTap, true);
    onOpened();
  };

  return (
    <Card
      title={copy.phone.title}
      className="phone-card"
      aside={
        <button type="button" onClick={onReload} disabled={isBuilt !== true}>
          {copy.phone.reload}
        </button>
      }
    >
      <div className="phone-room" ref={box}>
        <div
          className="phone-size"
          style={{ width: SCREEN.width * scale + 16, height: SCREEN.height * scale + 16 }}
        >
          <div className="phone">
            {isBuilt === true ? (
              <iframe
                key={`${openid} ${String(turn)}`}
                ref={frame}
                title={copy.phone.title}
                src={`/app/?openid=${encodeURIComponent(openid)}`}
                style={{ width: SCREEN.width, height: SCREEN.height, transform: `scale(${String(scale)})` }}
                onLoad={opened}
              />
            ) : (
              <p className="phone-message" role="status">
                {isBuilt === undefined ? copy.phone.loading : copy.phone.missing}
              </p>
            )}
          </div>
        </div>
      </div>
    </Card>
  );
}

/** Whether the H5 build is there; asked until it is. */
function useIsBuilt(): boolean | undefined {
  const [isBuilt, setIsBuilt] = useState<boolean>();
  useEffect(() => {
    if (isBuilt === true) return undefined;
    const ask = (): void => {
      fetch('/app/').then(
        ({ ok }) => {
          setIsBuilt(ok);
        },
        () => {
          setIsBuilt(false);
        },
      );
    };
    if (isBuilt === undefined) ask();
    const timer = setInterval(ask, 2000);
    return () => {
      clearInterval(timer);
    };
  }, [isBuilt]);
  return isBuilt;
}
