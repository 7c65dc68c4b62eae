import { accounts } from '@/contracts/data-map/collections/accounts';
import { longest } from '@/contracts/data-map/longest';
import { Field, type FieldProps } from '@/ui/field';

/** An item that is typed; a picture is chosen in a panel of WeChat's own. */
export type TypedItem = keyof typeof longest;

/** More than one line of a phone holds. */
const LINE = 40;

/** Who gets an address expects one line, however many the field shows. */
const inOneLine = (typed: string) => typed.replace(/\s*\n\s*/g, ' ');

/** The input of one optional item, by its name in the data map, wherever it is asked for or corrected. */
export function ProfileField({
  item,
  onInput,
  ...field
}: { item: TypedItem } & Omit<FieldProps, 'label' | 'type' | 'maxLength' | 'multiline'>) {
  return (
    <Field
      {...field}
      onInput={(typed) => {
        onInput(inOneLine(typed));
      }}
      label={accounts.fields[item].label}
      type={item === 'nickname' ? 'nickname' : 'text'}
      maxLength={longest[item]}
      multiline={longest[item] > LINE}
    />
  );
}
