import Taro from '@tarojs/taro';
import type { ControlPage } from '@/contracts/promises/promise';
import { uiCopy } from '@/copy/ui';

/** A page of the mini program by its route; the same names that the promises use for their controls. */
export type PageName = ControlPage;

/** What a page is opened with. */
export type Query = Readonly<Record<string, string>>;

const HOME: PageName = 'pages/home/index';

/** WeChat keeps at most ten pages open and refuses the eleventh. */
const MOST_PAGES = 10;

/** A page's address with what it is opened with. */
export function address(page: PageName, query: Query = {}): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `/${page}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`;
}

/** The turns that WeChat has not made yet. */
const underWay = new Set<string>();

/**
 * Waits for WeChat to turn the page; when it cannot, the person is told, since a tap without any effect looks broken.
 * What is asked for again before the page is there, by a second tap, is not turned twice.
 */
async function turn(way: string, open: () => Promise<unknown>): Promise<void> {
  if (underWay.has(way)) return;
  underWay.add(way);
  try {
    await open();
  } catch {
    await Taro.showToast({ title: uiCopy.notOpened, icon: 'none' }).catch(() => undefined);
  } finally {
    underWay.delete(way);
  }
}

/** Opens a page on top of this one, one at a time; on top of ten it takes this one's place. */
export function go(page: PageName, query?: Query): void {
  const url = address(page, query);
  void turn('go', () =>
    Taro.getCurrentPages().length < MOST_PAGES ? Taro.navigateTo({ url }) : Taro.redirectTo({ url }),
  );
}

/** What a tap does that opens a page. */
export const to = (page: PageName, query?: Query) => (): void => {
  go(page, query);
};

/** Opens a page in this one's place, so that going back skips this one. */
export function replace(page: PageName, query?: Query): void {
  const url = address(page, query);
  void turn(`replace ${url}`, () => Taro.redirectTo({ url }));
}

/** Closes every page and opens this one; home unless told otherwise. */
export function restart(page: PageName = HOME): void {
  const url = address(page);
  void turn(`restart ${url}`, () => Taro.reLaunch({ url }));
}

/** Whether there is a page before this one. */
export const canGoBack = (): boolean => Taro.getCurrentPages().length > 1;

/** To the page before, or home when this page was opened by itself. */
export function back(): void {
  if (canGoBack()) void turn('back', () => Taro.navigateBack());
  else restart();
}
