import { ENVIRONMENT } from '../environment';
import type { Credential } from '../credentials';
import type { Call } from './call';
import type { Manifest } from './manifest';

/** The variables a function process is born with: the platform's, its key pair, and the project's own. */
export function processVariables(
  manifest: Manifest,
  credential: Credential,
  adminUrl: string,
  own: Record<string, string>,
): Record<string, string> {
  return {
    ...own,
    PATH: process.env['PATH'] ?? '',
    // The platform runs in UTC whatever the region; a function that assumes Beijing must fail here too.
    TZ: 'UTC',
    LANG: 'en_US.UTF-8',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: ENVIRONMENT.region,
    TENCENTCLOUD_SECRETID: credential.secretId,
    TENCENTCLOUD_SECRETKEY: credential.secretKey,
    SCF_NAMESPACE: ENVIRONMENT.id,
    SCF_FUNCTIONNAME: manifest.name,
    TCB_ENV: ENVIRONMENT.id,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
    _SCF_TCB_LOG: '1',
  };
}

/** The variables of one call. What a call has not, the process does not keep from the call before. */
export function callVariables(call: Call, adminUrl: string): Record<string, string> {
  const { openid, source, kind, ip } = call.caller;
  return {
    TCB_CONTEXT_KEYS: 'TCB_UUID,TCB_ENV,TCB_CONTEXT_CNFG,TCB_SESSIONTOKEN,TCB_SOURCE,TCB_SOURCE_IP',
    TCB_ENV: ENVIRONMENT.id,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
    TCB_SESSIONTOKEN: call.sessionToken,
    ...(source !== undefined && { TCB_SOURCE: source }),
    ...(ip !== undefined && { TCB_SOURCE_IP: ip }),
    ...(kind === 'timer' && { TRIGGER_SRC: 'timer' }),
    ...(openid !== undefined && {
      WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_UNIONID',
      WX_OPENID: openid,
      WX_APPID: ENVIRONMENT.appId,
    }),
  };
}

/** The `context` argument; `environment` repeats the variables of the call as JSON. */
export function callContext(
  call: Call,
  manifest: Manifest,
  variables: Record<string, string>,
): Record<string, unknown> {
  return {
    request_id: call.requestId,
    function_name: manifest.name,
    function_version: '$LATEST',
    namespace: ENVIRONMENT.id,
    memory_limit_in_mb: manifest.memorySize,
    time_limit_in_ms: manifest.timeout * 1000,
    environment: JSON.stringify(variables),
    tencentcloud_region: ENVIRONMENT.region,
    tencentcloud_appid: '1250000000',
    tencentcloud_uin: '100000000000',
  };
}
