import { Page } from '@/ui/page';

/** 同意管理 */
export default function Consents() {
  return <Page>{null}</Page>;
}
