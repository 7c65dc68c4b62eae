import { memo, useState } from 'react';
import { View } from '@tarojs/components';
import { cityCopy, locateCopy } from '@/copy/city';
import { commonCopy } from '@/copy/common';
import { useSessionOnShow } from '@/features/session/use-session-on-show';
import { storage } from '@/platform/storage';
import { Cells } from '@/ui/cells';
import { Field } from '@/ui/field';
import { Loading } from '@/ui/loading';
import { Page } from '@/ui/page';
import { Dialog } from '@/ui/sheet';
import { Empty } from '@/ui/states';
import { CityList } from './city-list';
import { LetterIndex, letterId } from './letter-index';
import { LocateAnswers, LocateButton } from './locate';
import { citiesByLetter, findCity, hotCities, searchCities } from './model';
import { useLocating } from './use-locating';
import { usePickCity } from './use-pick-city';
import './city.less';

/** The city page: search, recent, hot, and all of them by letter; a position is read by one button alone (P12). */
export function CityPicker() {
  const { city: current } = useSessionOnShow();
  const [query, setQuery] = useState('');
  const { pick, saving, failure, forgetFailure } = usePickCity();
  const locating = useLocating();
  const shown = { current, onPick: pick };
  const isSearching = query.trim() !== '';
  return (
    <Page title={cityCopy.title} lead={cityCopy.lead}>
      <Cells>
        <Field
          className="city-search"
          label={cityCopy.search}
          value={query}
          onInput={setQuery}
          placeholder={cityCopy.placeholder}
        />
      </Cells>
      {isSearching ? (
        <Found query={query.trim()} {...shown} />
      ) : (
        <Everywhere {...shown} locating={locating} />
      )}
      <LocateAnswers locating={locating} onPick={pick} />
      {saving !== undefined && (
        <View className="city-saving">
          <Loading text={`${cityCopy.saving} ${findCity(saving)?.name ?? ''}`} />
        </View>
      )}
      <Dialog
        open={failure !== undefined}
        title={cityCopy.notSaved}
        actions={[{ text: commonCopy.close, className: 'city-failure', onTap: forgetFailure }]}
      >
        {failure?.message}
      </Dialog>
    </Page>
  );
}

interface ShownProps {
  current: string | undefined;
  onPick: (code: string) => unknown;
}

function Found({ query, ...shown }: ShownProps & { query: string }) {
  const cities = searchCities(query);
  if (cities.length === 0)
    return <Empty title={cityCopy.nothing(query.slice(0, 20))} text={cityCopy.nothingHint} />;
  return <CityList shape="row" title={cityCopy.found(cities.length)} cities={cities} {...shown} />;
}

function Everywhere({
  current,
  onPick,
  locating,
}: ShownProps & { locating: ReturnType<typeof useLocating> }) {
  const recent = (storage.get('recentCities') ?? []).flatMap((code) => findCity(code) ?? []);
  const nearby = locating.others.flatMap((code) => findCity(code) ?? []);
  return (
    <View className="city-all">
      <LocateButton isWorking={locating.isWorking} onTap={() => void locating.begin()} />
      <CityList shape="chip" title={locateCopy.nearby} cities={nearby} current={current} onPick={onPick} />
      <CityList shape="chip" title={cityCopy.recent} cities={recent} current={current} onPick={onPick} />
      <CityList shape="chip" title={cityCopy.hot} cities={hotCities} current={current} onPick={onPick} />
      <ByLetter current={current} onPick={onPick} />
      <View className="city-source">{locateCopy.source}</View>
      <LetterIndex />
    </View>
  );
}

/** Hundreds of rows: drawn again only when the current city changes, not at every keystroke or save. */
const ByLetter = memo(function ByLetter({ current, onPick }: ShownProps) {
  return citiesByLetter.map(({ letter, cities }) => (
    <CityList
      shape="row"
      key={letter}
      id={letterId(letter)}
      title={letter}
      cities={cities}
      current={current}
      onPick={onPick}
    />
  ));
});
