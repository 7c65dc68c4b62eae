import { account } from '@/contracts/account';
import { informationCopy } from '@/copy/privacy/information';
import { useOwn } from '@/features/privacy-centre/use-own';
import { Loaded } from '@/features/privacy-centre/loaded';
import { SaveCopy } from '@/features/privacy-centre/save-copy';
import { Cells } from '@/ui/cells';
import { Notice } from '@/ui/notice';
import { Empty } from '@/ui/states';
import { FieldRow } from './field-row';
import { byCategory, isHeld } from './model';

/** Everything held about the account, why, and what can be done about each fact (P45, P48). */
export function Information() {
  const profile = useOwn(account.profile, {});
  const reload = () => void profile.reload();
  return (
    <Loaded state={profile}>
      {({ fields }) => (
        <>
          {byCategory(fields).length === 0 && <Empty {...informationCopy.empty} />}
          {byCategory(fields).map(({ category, fields: inCategory }) => (
            <Cells key={category} title={category}>
              {inCategory.map((field) => (
                <FieldRow
                  key={field.field}
                  field={field}
                  isPhoneFixed={isHeld(fields, 'formerPhone')}
                  registeredAt={fields.find(({ field: name }) => name === 'registeredAt')?.value}
                  onChanged={reload}
                />
              ))}
            </Cells>
          ))}
          <Notice title={informationCopy.copy.title}>{informationCopy.copy.text}</Notice>
          <SaveCopy kind="primary" />
        </>
      )}
    </Loaded>
  );
}
