import { useShareAppMessage } from '@tarojs/taro';
import { address, type PageName, type Query } from './navigate';

/**
 * The card that the person can send to a chat: a title and a way to a page, nothing of the person. The page's own
 * configuration must say `enableShareAppMessage`; without both WeChat offers no card.
 */
export function useShareCard(title: string, page: PageName, query?: Query): void {
  useShareAppMessage(() => ({ title, path: address(page, query) }));
}
