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

/**
 * Waits for WeChat to turn the page; when it cannot, the person is told, since a tap without any effect looks broken.
 */
async function turn(page: Promise<unknown>): Promise<void> {
  try {
    await page;
  } catch {
    await Taro.showToast({ title: uiCopy.notOpened, icon: 'none' }).catch(() => undefined);
  }
}

let isGoing = false;

/**
 * Opens a page on top of this one; on top of ten it takes this one's place. A second tap before the page is there does
 * not open it twice.
 */
export function go(page: PageName, query?: Query): void {
  const url = address(page, query);
  if (isGoing) return;
  isGoing = true;
  const opening =
    Taro.getCurrentPages().length < MOST_PAGES ? Taro.navigateTo({ url }) : Taro.redirectTo({ url });
  void turn(opening).finally(() => {
    isGoing = false;
  });
}

/** Opens a page in this one's place, so that going back skips this one. */
export function replace(page: PageName, query?: Query): void {
  void turn(Taro.redirectTo({ url: address(page, query) }));
}

/** Closes every page and opens this one; home unless told otherwise. */
export function restart(page: PageName = HOME): void {
  void turn(Taro.reLaunch({ url: address(page) }));
}

/** Whether there is a page before this one. */
export const canGoBack = (): boolean => Taro.getCurrentPages().length > 1;

/** To the page before, or home when this page was opened by itself. */
export function back(): void {
  if (canGoBack()) void turn(Taro.navigateBack());
  else restart();
}
