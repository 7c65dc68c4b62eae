import { Page } from '@/ui/page';

/** 办理进度 */
export default function Progress() {
  return <Page>{null}</Page>;
}
