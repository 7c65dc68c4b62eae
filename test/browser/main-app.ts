import { faultsOf } from './axe';
import type { TestCloud } from '../make/cloud';
import type { Chromium, Phone, PhoneOptions } from './chromium';

/** How a page of the mini program is opened. */
export interface AppOptions extends Omit<PhoneOptions, 'url'> {
  /** Its route with what it takes, for instance `pages/policy/index?version=1`. */
  route?: string;
  /** Who opens it; a newcomer when absent. */
  openid?: string;
}

/** The page now on top: the one below keeps its class for a third of a second, so the place in the stack counts too. */
export const SHOWN = '.taro_page_show:last-child';

/** Opens the H5 build as a local cloud serves it. */
export const openApp = (
  browser: Chromium,
  { cloud }: TestCloud,
  { route = 'pages/home/index', openid, ...look }: AppOptions = {},
): Promise<Phone> =>
  browser.openPhone({
    url: `${cloud.url}/app/${openid === undefined ? '' : `?openid=${openid}`}#/${route}`,
    ...look,
  });

/** The two looks besides the plain one, each with what a page must still do: fit, and be usable by everyone. */
export const LOOKS = [
  { name: 'light', colorScheme: 'light', fontScale: 1 },
  { name: 'dark', colorScheme: 'dark', fontScale: 1 },
  { name: 'large', colorScheme: 'light', fontScale: 1.4 },
] as const;

/** Expects the page to fit the screen's width, to have no accessibility fault, and to have logged no error. */
export async function expectSound(phone: Phone): Promise<void> {
  expect(await phone.page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  expect(await faultsOf(phone.page)).toEqual([]);
  expect(phone.problems).toEqual([]);
}
