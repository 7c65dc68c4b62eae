import { ENVIRONMENT } from '../environment';

/** The function that takes WeChat's events. */
export const EVENT_FUNCTION = 'wechat-events';

/** An event with what WeChat adds to each. */
export const pushed = (event: Record<string, unknown>, now: Date): Record<string, unknown> => ({
  ToUserName: 'gh_local',
  MsgType: 'event',
  CreateTime: Math.floor(now.getTime() / 1000),
  AppID: ENVIRONMENT.appId,
  ...event,
});
