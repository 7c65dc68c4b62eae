import { Page } from '@/ui/page';

/** 我的 */
export default function Me() {
  return <Page>{null}</Page>;
}
