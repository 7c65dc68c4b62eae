import { useEffect } from 'react';
import type { Life } from '../doors/life';
import { send } from '../page-kit/cloud-api';
import { Card, Chip, Labelled, type Tone } from '../page-kit/parts';
import { copy } from './copy';
import { isMobile, withNumber, withVisitor, type Cast, type Person } from './people';

const tones = {
  none: 'quiet',
  active: 'good',
  locked: 'warn',
  frozen: 'warn',
  erasing: 'warn',
} as const satisfies Record<Life['status'], Tone>;

/** Who is holding the phone, and the number WeChat knows of them. */
export function PersonCard({
  cast,
  person,
  life,
  onChange,
}: {
  cast: Cast;
  person: Person;
  life: Life | undefined;
  onChange: (next: Cast) => void;
}) {
  const { openid, number } = person;
  const isWrong = number !== '' && !isMobile(number);

  useEffect(() => {
    // The cloud forgets numbers when it stops, this page does not.
    void send('/wechat/number', { openid, number: isMobile(number) ? number : null });
  }, [openid, number]);

  return (
    <Card title={copy.people.title} aside={life && <StatusChip life={life} />}>
      <div className="stack">
        <div className="row" role="group" aria-label={copy.people.title}>
          {cast.people.map((one) => (
            <button
              key={one.openid}
              type="button"
              aria-pressed={one.openid === openid}
              onClick={() => {
                onChange({ ...cast, current: one.openid });
              }}
            >
              {one.name}
            </button>
          ))}
          <button
            type="button"
            className="link"
            onClick={() => {
              onChange(withVisitor(cast));
            }}
          >
            {copy.people.add}
          </button>
        </div>
        <Labelled
          label={copy.people.number}
          hint={isWrong ? copy.people.numberWrong : copy.people.numberHint}
        >
          <input
            inputMode="numeric"
            maxLength={11}
            value={number}
            aria-invalid={isWrong}
            onChange={({ target }) => {
              onChange(withNumber(cast, target.value.replace(/\D/g, '')));
            }}
          />
        </Labelled>
      </div>
    </Card>
  );
}

function StatusChip({ life }: { life: Life }) {
  const { people } = copy;
  return life.certifiedAt === null ? (
    <Chip tone={tones[life.status]}>{people.statuses[life.status]}</Chip>
  ) : (
    <Chip tone="good">{people.erased}</Chip>
  );
}
