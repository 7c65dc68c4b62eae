import { copy } from './copy';

/** Somebody to play: WeChat knows them by the openid and, when bound, the number. */
export interface Person {
  name: string;
  openid: string;
  /** 11 digits, or empty while WeChat has none. */
  number: string;
}

/** Everybody played in this browser, and who is playing. */
export interface Cast {
  people: Person[];
  current: string;
}

const below = (limit: number): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % limit;
const anyNumber = (): string => `13${String(below(10 ** 9)).padStart(9, '0')}`;

const person = (name: string): Person => ({ name, openid: `wx-${crypto.randomUUID()}`, number: anyNumber() });

/** The people of a first visit, with openids nobody had before. */
export function newCast(): Cast {
  const people = copy.people.names.map(person);
  return { people, current: people[0]?.openid ?? '' };
}

/** Adds a new visitor and plays it. */
export function withVisitor({ people }: Cast): Cast {
  const visitor = person(copy.people.visitor(people.length - copy.people.names.length + 1));
  return { people: [...people, visitor], current: visitor.openid };
}

/** Changes the current person's number. */
export const withNumber = (cast: Cast, number: string): Cast => ({
  ...cast,
  people: cast.people.map((one) => (one.openid === cast.current ? { ...one, number } : one)),
});

/** Whether WeChat could have bound this number. */
export const isMobile = (number: string): boolean => /^1[3-9]\d{9}$/.test(number);

/** Empties what the mini program keeps on the phone; the workbench's own notes stay. */
export function clearPhoneStorage(): void {
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith('workbench-')) localStorage.removeItem(key);
  }
}
