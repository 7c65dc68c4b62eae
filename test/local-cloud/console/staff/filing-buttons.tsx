import { Notice } from '../../page-kit/parts';
import { copy } from '../copy';
import type { Filing } from './use-filing';

/** The two steps of a row: hand it in, and let it be judged without waiting for the minute. */
export function FilingButtons({ filing, label }: { filing: Filing; label: string }) {
  const { staff: words } = copy;
  const { busy, isFiled, told, result } = filing;
  return (
    <>
      {told && <Notice tone={told.tone}>{told.text}</Notice>}
      {result === undefined && (
        <div className="row">
          <button type="submit" className={isFiled ? '' : 'primary'} disabled={busy !== undefined || isFiled}>
            {busy === 'filing' ? words.saving : label}
          </button>
          <button
            type="button"
            className={isFiled ? 'primary' : ''}
            disabled={busy !== undefined || !isFiled}
            onClick={() => void filing.judge()}
          >
            {busy === 'judging' ? words.processing : words.process}
          </button>
        </div>
      )}
    </>
  );
}
