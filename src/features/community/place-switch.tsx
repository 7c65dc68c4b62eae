import { useState } from 'react';
import { publishCopy, purposeCopy } from '@/copy/community';
import { findCity } from '@/features/city/model';
import { useSession } from '@/features/session/store';
import { to } from '@/platform/navigate';
import { SwitchRow } from '@/ui/choice';
import { Dialog, type DialogAction } from '@/ui/sheet';
import { PurposeSheet } from './purpose-sheet';
import { usePurpose } from './use-purpose';
import type { ChangeDraft } from './use-writing';

export interface PlaceSwitchProps {
  /** The city that the author confirmed. */
  place: string | undefined;
  change: ChangeDraft;
}

const nameOf = (code: string | undefined) => (code === undefined ? undefined : findCity(code)?.name);

/**
 * Whether the proposal bears its author's city: off until they turn it on, agreed to by itself, and then confirmed by
 * its name; the code of a city is all that is sent (P11). A row, goes inside Cells.
 */
export function PlaceSwitch({ place, change }: PlaceSwitchProps) {
  const city = useSession((session) => session.city);
  const [isAsking, setIsAsking] = useState(false);
  const asking = usePurpose('location-tag', () => {
    setIsAsking(true);
  });
  return (
    <>
      <SwitchRow
        className="writing-place"
        title={publishCopy.tag(nameOf(place ?? city))}
        on={place !== undefined}
        words={publishCopy.tagWords}
        onChange={(wanted) => {
          if (wanted) void asking.begin();
          else change({ place: undefined });
        }}
      />
      <PurposeSheet asking={asking} words={purposeCopy.tag} />
      {isAsking && (
        <ConfirmCity
          city={city}
          onAnswer={(confirmed) => {
            setIsAsking(false);
            if (confirmed !== undefined) change({ place: confirmed });
          }}
        />
      )}
    </>
  );
}

interface ConfirmCityProps {
  city: string | undefined;
  /** Told the city, or nothing where there is to be no tag. */
  onAnswer: (city?: string) => void;
}

/** Stays while the author looks for another city, and then asks about that one. */
function ConfirmCity({ city, onAnswer }: ConfirmCityProps) {
  const { confirm: words } = publishCopy;
  const name = nameOf(city);
  const pick: DialogAction = {
    text: name === undefined ? words.pick : words.other,
    kind: name === undefined ? 'primary' : 'default',
    className: 'confirm-other-city',
    onTap: to('pages/city/index'),
  };
  const none: DialogAction = {
    text: words.no,
    className: 'confirm-no-city',
    onTap: () => {
      onAnswer();
    },
  };
  if (name === undefined)
    return (
      <Dialog open title={words.noCity.title} actions={[pick, none]}>
        {words.noCity.text}
      </Dialog>
    );
  const yes: DialogAction = {
    text: words.yes(name),
    kind: 'primary',
    className: 'confirm-city',
    onTap: () => {
      onAnswer(city);
    },
  };
  return (
    <Dialog open title={words.title(name)} actions={[yes, pick, none]}>
      {words.text}
    </Dialog>
  );
}
