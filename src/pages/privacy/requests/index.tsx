import { Page } from '@/ui/page';

/** 我的请求 */
export default function Requests() {
  return <Page>{null}</Page>;
}
