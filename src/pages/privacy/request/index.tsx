import { Page } from '@/ui/page';

/** 提出请求 */
export default function NewRequest() {
  return <Page>{null}</Page>;
}
