import { View } from '@tarojs/components';
import { deletionGrounds, keysOf } from '@/contracts/request-vocabulary';
import { requestCopy } from '@/copy/privacy/requests';
import { to } from '@/platform/navigate';
import { accessible } from '@/ui/accessible';
import { Cell, Cells } from '@/ui/cells';
import { CheckboxRow, RadioGroup } from '@/ui/choice';
import { deletable } from './choices';
import { OTHER, toggled } from './draft';
import type { DetailsFormProps } from './which';
import { WordsField } from './words-field';

const { ground: why, which, wholeAccount, ward } = requestCopy;

const grounds = keysOf(deletionGrounds).map((value) => ({ value, title: deletionGrounds[value].label }));

const items = [
  ...deletable,
  { value: OTHER, title: requestCopy.other, desc: requestCopy.otherHint },
] as const satisfies readonly { value: string; title: string; desc?: string }[];

/** Where a whole account goes quicker: by its own page, and a child's by withdrawing the consent. */
const quicker = {
  own: { ...wholeAccount, page: 'pages/privacy/deregister/index' },
  ward: { ...ward.wholeAccount, page: 'pages/privacy/guardian/index' },
} as const;

/** A deletion: on which of the five grounds, and of what (P50). */
export function DeletionForm(props: DetailsFormProps) {
  const { draft, onChange } = props;
  const whole = draft.ward === undefined ? quicker.own : quicker.ward;
  return (
    <>
      <RadioGroup
        label={why}
        options={grounds}
        value={draft.ground}
        onChange={(ground) => {
          onChange({ ground });
        }}
      />
      <Cells title={which.delete}>
        <View {...accessible({ role: 'group', label: which.delete })}>
          {items.map(({ value, ...item }) => (
            <CheckboxRow
              key={value}
              className={`request-item_${value}`}
              {...item}
              checked={draft.fields.includes(value)}
              onTap={() => {
                onChange({ fields: toggled(draft.fields, value) });
              }}
            />
          ))}
        </View>
        <Cell
          className="request-to-deregister"
          title={whole.title}
          desc={whole.text}
          onTap={to(whole.page)}
        />
      </Cells>
      {draft.fields.includes(OTHER) && <WordsField kind="delete" {...props} />}
    </>
  );
}
