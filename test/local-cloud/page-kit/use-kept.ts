import { useCallback, useEffect, useState } from 'react';

/** State that survives a reload, as JSON in the given storage. */
export function useKept<T>(storage: Storage, key: string, first: () => T): [T, (next: T) => void] {
  const [value, setValue] = useState<T>(
    () => (readKept(storage, key) as T | undefined) ?? keep(storage, key, first()),
  );
  const change = useCallback(
    (next: T) => {
      setValue(keep(storage, key, next));
    },
    [storage, key],
  );
  useEffect(() => {
    // 清除本机数据 in the mini program empties the storage that it shares with this page.
    const restore = ({ storageArea, newValue }: StorageEvent): void => {
      if (storageArea === storage && newValue === null) keep(storage, key, value);
    };
    addEventListener('storage', restore);
    return () => {
      removeEventListener('storage', restore);
    };
  }, [storage, key, value]);
  return [value, change];
}

function readKept(storage: Storage, key: string): unknown {
  try {
    const text = storage.getItem(key);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function keep<T>(storage: Storage, key: string, value: T): T {
  storage.setItem(key, JSON.stringify(value));
  return value;
}
