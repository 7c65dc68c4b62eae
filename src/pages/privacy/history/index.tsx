import { Page } from '@/ui/page';

/** 同意记录 */
export default function History() {
  return <Page>{null}</Page>;
}
