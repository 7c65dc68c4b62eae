import { RadioGroup } from '@/ui/choice';
import type { Choice } from './choices';
import type { Draft } from './draft';

export interface DetailsFormProps {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
}

export interface WhichProps extends DetailsFormProps {
  title: string;
  choices: readonly Choice[];
}

/** The question what a request is about. */
export function Which({ title, choices, draft, onChange }: WhichProps) {
  return (
    <RadioGroup
      label={title}
      options={choices}
      value={draft.which}
      onChange={(which) => {
        onChange({ which, value: '' });
      }}
    />
  );
}
