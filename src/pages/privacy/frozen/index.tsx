import { Page } from '@/ui/page';

/** 账号注销中 */
export default function Frozen() {
  return <Page>{null}</Page>;
}
