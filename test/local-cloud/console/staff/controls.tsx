import { useId, type ReactElement } from 'react';
import type { DecisionField } from '../../../../src/contracts/decisions';
import { keysOf, refusalReasons, WHOLE_ACCOUNT } from '../../../../src/contracts/request-vocabulary';
import { itemLabel } from '../../../../src/contracts/request-words';
import { Labelled } from '../../page-kit/parts';
import { copy } from '../copy';

/** What every control of a decision gets; its value is text until the row is made. */
export interface ControlProps {
  label: string;
  hint?: string | undefined;
  isNeeded: boolean;
  value: string;
  onChange: (value: string) => void;
  /** Numbers of requests that this one may repeat. */
  similar: readonly string[];
  /** Codes of what this decision may delete. */
  offered: readonly string[];
}

const SEPARATOR = '、';

function Reasons({ label, isNeeded, value, onChange }: ControlProps) {
  const { chooseReason, reasonGroups } = copy.staff;
  return (
    <Labelled label={label}>
      <select
        required={isNeeded}
        value={value}
        onChange={({ target }) => {
          onChange(target.value);
        }}
      >
        <option value="">{chooseReason}</option>
        {keysOf(reasonGroups).map((group) => (
          <optgroup key={group} label={reasonGroups[group]}>
            {keysOf(refusalReasons)
              .filter((code) => refusalReasons[code].class === group)
              .map((code) => (
                <option key={code} value={code}>
                  {refusalReasons[code].label}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </Labelled>
  );
}

const textOf = (most: number) =>
  function Text({ label, hint, isNeeded, value, onChange }: ControlProps) {
    return (
      <Labelled label={label} {...(hint !== undefined && { hint })}>
        <textarea
          required={isNeeded}
          maxLength={most}
          value={value}
          onChange={({ target }) => {
            onChange(target.value);
          }}
        />
      </Labelled>
    );
  };

function Money({ label, isNeeded, value, onChange }: ControlProps) {
  return (
    <Labelled label={label}>
      <input
        type="number"
        required={isNeeded}
        min="0.01"
        max="1000"
        step="0.01"
        value={value}
        onChange={({ target }) => {
          onChange(target.value);
        }}
      />
    </Labelled>
  );
}

function RequestNumber({ label, hint, isNeeded, value, onChange, similar }: ControlProps) {
  const list = useId();
  return (
    <Labelled label={label} {...(hint !== undefined && { hint })}>
      <input
        required={isNeeded}
        maxLength={80}
        list={list}
        value={value}
        onChange={({ target }) => {
          onChange(target.value);
        }}
      />
      <datalist id={list}>
        {similar.map((id) => (
          <option key={id} value={id} />
        ))}
      </datalist>
    </Labelled>
  );
}

function Items({ label, hint, isNeeded, value, onChange, offered }: ControlProps) {
  const chosen = value === '' ? [] : value.split(SEPARATOR);
  const toggled = (name: string): string[] => {
    if (chosen.includes(name)) return chosen.filter((one) => one !== name);
    // The whole account is everything: nothing else stands beside it.
    return name === WHOLE_ACCOUNT ? [name] : [...chosen.filter((one) => one !== WHOLE_ACCOUNT), name];
  };
  return (
    <fieldset>
      <legend className="soft small">{label}</legend>
      <div className="row choices">
        {offered.map((name, place) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={chosen.includes(name)}
              ref={(box) => {
                // No box is required by itself, so the first one says that one of them is.
                const isMissing = isNeeded && place === 0 && chosen.length === 0;
                box?.setCustomValidity(isMissing ? copy.staff.chooseItems : '');
              }}
              onChange={() => {
                onChange(toggled(name).join(SEPARATOR));
              }}
            />
            {itemLabel(name)}
          </label>
        ))}
      </div>
      {hint !== undefined && <small>{hint}</small>}
    </fieldset>
  );
}

/** The control of each field that a decision may have, and what of its text goes into the row. */
export const controls = {
  reason: { Control: Reasons, valueOf: String },
  reply: { Control: textOf(2000), valueOf: String },
  alternative: { Control: textOf(500), valueOf: String },
  fee: { Control: Money, valueOf: Number },
  duplicateOf: { Control: RequestNumber, valueOf: (text: string) => text.trim() },
  items: { Control: Items, valueOf: String },
} as const satisfies Record<
  DecisionField,
  { Control: (props: ControlProps) => ReactElement; valueOf: (text: string) => string | number }
>;
