import type { Credential } from './credentials';

/** The environment that this machine plays; the key vault may have another one beside it, see `environments.ts`. */
export const ENVIRONMENT = {
  id: 'local',
  appId: 'wx0000000000000000',
  region: 'ap-shanghai',
} as const;

/**
 * The key pair a developer's own script signs with. It guards nothing that the other doors on 127.0.0.1 do
 * not already open, so it is fixed and documented; functions get a pair of their own each.
 */
export const DEVELOPER_CREDENTIAL: Credential = {
  secretId: process.env['TENCENTCLOUD_SECRETID'] ?? 'local',
  secretKey: process.env['TENCENTCLOUD_SECRETKEY'] ?? 'local',
};
