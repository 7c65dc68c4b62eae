import { cityInWords } from '@/contracts/city-names';
import { homeCopy } from '@/copy/home';
import { useSession } from '@/features/session/store';
import { to } from '@/platform/navigate';
import { Cell, Cells } from '@/ui/cells';

/** The city at the top; leads to the picker. */
export function CityBar() {
  const code = useSession((session) => session.city);
  const name = code === undefined ? homeCopy.chooseCity : cityInWords(code);
  return (
    <Cells>
      <Cell
        className="home-city"
        title={homeCopy.city}
        value={name}
        label={`${homeCopy.city}：${name}`}
        onTap={to('pages/city/index')}
      />
    </Cells>
  );
}
