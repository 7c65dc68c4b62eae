import type { RecipientId } from '../../src/contracts/data-map/recipients';

/** A file through which data may leave, and to whom. */
interface Door {
  readonly to: readonly RecipientId[];
  /** By what it goes out, as allowed.ts names it; no other file may use it. */
  readonly by: readonly string[];
}

/** Every door of the back end. The packages of WeChat and the cloud know their own hosts, on the mainland. */
export const doors: Readonly<Record<string, Door>> = {
  'cloudfunctions/platform/outbound.ts': { to: ['visit', 'survey'], by: ['fetch'] },
  'cloudfunctions/platform/wechat.ts': { to: ['wechat', 'cloud'], by: ['wx-server-sdk'] },
  'cloudfunctions/platform/cloudbase.ts': { to: ['cloud'], by: ['@cloudbase/node-sdk'] },
  'cloudfunctions/platform/kms.ts': { to: ['cloud'], by: ['tencentcloud-sdk-nodejs-common'] },
};
