import * as z from 'zod/mini';
import type { GuardedKey } from './data-map/interfaces';
import type { FieldPath } from './data-map/recipients';

/**
 * What a person takes back in WeChat's own settings, by the number in `RevokeInfo`: WeChat's kind of information as the
 * map declares it, or only these of its fields. Of what is null the map knows no interface. Source: WeChat's 授权用户信息变更,
 * developers.weixin.qq.com/miniprogram/dev/server/event_push/platform/authorized_user_information_changes
 */
export const revocations = {
  '1': { kind: 'LicensePlate' },
  '2': { kind: 'Address' },
  '3': { kind: 'Invoice' },
  '4': { kind: 'BlueTooth' },
  '5': { kind: 'Record' },
  '6': { kind: 'UserInfo' },
  '7': { kind: 'Camera' },
  '8': { kind: 'PhoneNumber' },
  '12': { kind: 'RunData' },
  '13': { kind: 'Location' },
  '14': { kind: 'Album' },
  '15': { kind: 'MessageFile' },
  '16': { kind: null },
  '18': { kind: 'ChooseLocation' },
  '19': { kind: 'UserInfo', only: ['accounts.nickname'] },
  '20': { kind: 'UserInfo', only: ['accounts.avatar'] },
} as const satisfies Record<string, { kind: GuardedKey | null; only?: readonly FieldPath[] }>;

/** The number of a revocation. */
export type Revocation = keyof typeof revocations;

/** The number behind a text, if WeChat documents it. */
export const isRevocation = (text: string): text is Revocation => Object.hasOwn(revocations, text);

const about = {
  OpenID: z.string().check(z.minLength(1), z.maxLength(128)),
  /** Seconds since 1970. */
  CreateTime: z.int(),
};

/** The pushes about what people take back; WeChat may add members of its own, which are not read. */
export const wechatEvent = z.discriminatedUnion('Event', [
  z.object({
    Event: z.literal('user_authorization_revoke'),
    ...about,
    RevokeInfo: z.union([z.string(), z.number()]),
  }),
  z.object({ Event: z.literal('user_authorization_cancellation'), ...about }),
]);

/** A push about what a person took back. */
export type WeChatEvent = z.infer<typeof wechatEvent>;

/**
 * What WeChat found in a picture that it was asked to look at; `result` is missing where it could not look. Source:
 * WeChat's 多媒体内容安全识别, developers.weixin.qq.com/miniprogram/dev/server/API/sec-center/sec-check/api_mediacheckasync
 */
export const mediaChecked = z.object({
  Event: z.literal('wxa_media_check'),
  trace_id: z.string().check(z.minLength(1), z.maxLength(128)),
  errcode: z.optional(z.int()),
  result: z.optional(z.object({ suggest: z.string() })),
});

/** Such a push. */
export type MediaChecked = z.infer<typeof mediaChecked>;
