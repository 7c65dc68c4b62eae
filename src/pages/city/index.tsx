import { Page } from '@/ui/page';

/** 选择城市 */
export default function City() {
  return <Page>{null}</Page>;
}
