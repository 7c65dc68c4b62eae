import {
  keysOf,
  requestKinds,
  urgencies,
  type RequestKind,
  type Urgency,
} from '../../../../src/contracts/request-vocabulary';
import { Labelled } from '../../page-kit/parts';
import { copy } from '../copy';
import type { Queued } from './use-queue';

/** What of the list is shown; '' is everything. */
export interface Filter {
  urgency: Urgency | '';
  kind: RequestKind | '';
  minor: boolean;
}

/** The whole list. */
export const everything: Filter = { urgency: '', kind: '', minor: false };

/** Whether a request is shown. */
export const fits = ({ urgency, kind, minor }: Filter, request: Queued): boolean =>
  (urgency === '' || request.urgency === urgency) &&
  (kind === '' || request.kind === kind) &&
  (!minor || request.minor);

const { filters: words } = copy.staff;

/** A list to choose from, its first line for everything. */
function Choice<T extends string>({
  label,
  table,
  value,
  onChange,
}: {
  label: string;
  table: Readonly<Record<T, { label: string }>>;
  value: T | '';
  onChange: (value: T | '') => void;
}) {
  return (
    <Labelled label={label}>
      <select
        value={value}
        onChange={({ target }) => {
          onChange(target.value as T | '');
        }}
      >
        <option value="">{words.all}</option>
        {keysOf(table).map((code) => (
          <option key={code} value={code}>
            {table[code].label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** Chooses what of the list is shown. */
export function Filters({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  return (
    <fieldset className="row filters">
      <legend className="visually-hidden">{words.title}</legend>
      <Choice
        label={words.urgency}
        table={urgencies}
        value={filter.urgency}
        onChange={(urgency) => {
          onChange({ ...filter, urgency });
        }}
      />
      <Choice
        label={words.kind}
        table={requestKinds}
        value={filter.kind}
        onChange={(kind) => {
          onChange({ ...filter, kind });
        }}
      />
      <label className="row">
        <input
          type="checkbox"
          checked={filter.minor}
          onChange={() => {
            onChange({ ...filter, minor: !filter.minor });
          }}
        />
        {words.minor}
      </label>
    </fieldset>
  );
}
