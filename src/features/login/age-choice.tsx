import { loginCopy } from '@/copy/login';
import { RadioGroup } from '@/ui/choice';
import type { AgeGroup } from './model';

const groups: readonly AgeGroup[] = ['adult', 'teen', 'under14'];

/** The declaration of age, nothing chosen beforehand (P64). */
export function AgeChoice({
  age,
  onChange,
}: {
  age: AgeGroup | undefined;
  onChange: (age: AgeGroup) => void;
}) {
  return (
    <RadioGroup
      label={loginCopy.ageTitle}
      options={groups.map((value) => ({ value, ...loginCopy.ages[value] }))}
      value={age}
      onChange={onChange}
    />
  );
}
