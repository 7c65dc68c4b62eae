import { Page } from '@/ui/page';

/** 注册登录 */
export default function Login() {
  return <Page>{null}</Page>;
}
