import { Page } from '@/ui/page';

/** 隐私政策 */
export default function Policy() {
  return <Page>{null}</Page>;
}
