import { Page } from '@/ui/page';

/** 我的信息 */
export default function Information() {
  return <Page>{null}</Page>;
}
