import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock';
import { ENVIRONMENT } from '../environment';

/** The phone number as WeChat tells it. */
interface PhoneInfo {
  phoneNumber: string;
  purePhoneNumber: string;
  countryCode: string;
  watermark: { timestamp: number; appid: string };
}

/** What the phone button gives to the client: a code for the server, and the older cloud id. */
interface PhoneGrant {
  code: string;
  cloudID: string;
}

/** The phone button's codes. */
export interface PhoneCodes {
  grant(openid: string, number: string): PhoneGrant;
  /** Uses up a code; undefined when it is unknown, used, older than five minutes, or another person's. */
  exchange(code: string, openid: string | undefined): PhoneInfo | undefined;
  /** Opens a cloud id of this person's; it may be opened as often as needed while it lives. */
  open(cloudID: string, openid: string): PhoneInfo | undefined;
}

interface Issued {
  openid: string;
  number: string;
  at: number;
}

const LIFE_MS = 5 * 60 * 1000;

/** An empty register; codes live by the travelled clock. */
export function createPhoneCodes(clock: Clock): PhoneCodes {
  const codes = new Map<string, Issued>();
  const cloudIds = new Map<string, Issued>();
  const isFresh = ({ at }: Issued): boolean => Math.abs(clock.now().getTime() - at) <= LIFE_MS;
  const info = ({ number, at }: Issued): PhoneInfo => ({
    phoneNumber: number,
    purePhoneNumber: number,
    countryCode: '86',
    watermark: { timestamp: Math.floor(at / 1000), appid: ENVIRONMENT.appId },
  });
  return {
    grant: (openid, number) => {
      const issued = { openid, number, at: clock.now().getTime() };
      const grant = {
        code: randomBytes(32).toString('hex'),
        cloudID: `68_${randomBytes(24).toString('base64url')}`,
      };
      codes.set(grant.code, issued);
      cloudIds.set(grant.cloudID, issued);
      return grant;
    },
    exchange: (code, openid) => {
      const issued = codes.get(code);
      if (issued === undefined || (openid !== undefined && openid !== issued.openid)) return undefined;
      codes.delete(code);
      return isFresh(issued) ? info(issued) : undefined;
    },
    open: (cloudID, openid) => {
      const issued = cloudIds.get(cloudID);
      return issued?.openid === openid && isFresh(issued) ? info(issued) : undefined;
    },
  };
}
