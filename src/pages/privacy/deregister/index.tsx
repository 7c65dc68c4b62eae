import { Page } from '@/ui/page';

/** 注销账号 */
export default function Deregister() {
  return <Page>{null}</Page>;
}
