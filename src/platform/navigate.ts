import Taro from '@tarojs/taro';
import type { ControlPage } from '@/contracts/promises/promise';

/** A page of the mini program by its route; the same names that the promises use for their controls. */
export type PageName = ControlPage;

/** What a page is opened with. */
export type Query = Readonly<Record<string, string>>;

const HOME: PageName = 'pages/home/index';

/** WeChat keeps at most ten pages open and refuses the eleventh. */
const MOST_PAGES = 10;

function address(page: PageName, query: Query = {}): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `/${page}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`;
}

/** Opens a page on top of this one; on top of ten it takes this one's place. */
export function go(page: PageName, query?: Query): void {
  const url = address(page, query);
  void (Taro.getCurrentPages().length < MOST_PAGES ? Taro.navigateTo({ url }) : Taro.redirectTo({ url }));
}

/** Opens a page in this one's place, so that going back skips this one. */
export function replace(page: PageName, query?: Query): void {
  void Taro.redirectTo({ url: address(page, query) });
}

/** Closes every page and opens this one; home unless told otherwise. */
export function restart(page: PageName = HOME): void {
  void Taro.reLaunch({ url: address(page) });
}

/** To the page before, or home when this page was opened by itself. */
export function back(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else restart();
}
