import { go } from '@/platform/navigate';
import { openGuideline } from '@/platform/privacy';

/** Opens WeChat's text of the guideline, or the policy where this WeChat has none to show. */
export function readGuideline(): void {
  openGuideline(() => {
    go('pages/policy/index');
  });
}
