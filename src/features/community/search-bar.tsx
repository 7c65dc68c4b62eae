import { useState } from 'react';
import { longestWritten, SHORTEST_SEARCH } from '@/contracts/community-vocabulary';
import { feedCopy } from '@/copy/community';
import { Button } from '@/ui/button';
import { Cells } from '@/ui/cells';
import { Field } from '@/ui/field';
import { cut } from './model';

export interface SearchBarProps {
  /** What was searched for; undefined while everything is shown. */
  start: string | undefined;
  /** Undefined asks for everything. */
  onSearch: (words: string | undefined) => void;
}

/** Searches at a tap, not while typing: nothing half-written is sent. */
export function SearchBar({ start = '', onSearch }: SearchBarProps) {
  const [typed, setTyped] = useState(start);
  const [isShort, setIsShort] = useState(false);
  const search = () => {
    const words = typed.trim();
    if (words === '' && start !== '') {
      onSearch(undefined);
      return;
    }
    // By signs: an emoji is one, and too little to be found by.
    const isTooShort = Array.from(words).length < SHORTEST_SEARCH;
    setIsShort(isTooShort);
    if (!isTooShort) onSearch(words);
  };
  return (
    <Cells>
      <Field
        className="community-search"
        label={feedCopy.search}
        value={typed}
        onInput={(words) => {
          setTyped(cut(words, longestWritten.search));
          setIsShort(false);
        }}
        placeholder={feedCopy.searchPlaceholder}
        onSearch={search}
        error={isShort ? feedCopy.searchShort(SHORTEST_SEARCH) : undefined}
        action={
          <Button size="mini" className="community-search-go" onTap={search}>
            {feedCopy.doSearch}
          </Button>
        }
      />
    </Cells>
  );
}
