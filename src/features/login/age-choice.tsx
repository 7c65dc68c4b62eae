import { loginCopy } from '@/copy/login';
import { Cells } from '@/ui/cells';
import { RadioRows } from '@/ui/choice';
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
    <Cells title={loginCopy.ageTitle}>
      <RadioRows
        label={loginCopy.ageTitle}
        options={groups.map((value) => ({ value, ...loginCopy.ages[value] }))}
        value={age}
        onChange={onChange}
      />
    </Cells>
  );
}
