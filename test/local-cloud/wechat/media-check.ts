import { randomUUID } from 'node:crypto';
import { accepted, refused, type WeChatAnswer } from './answer';
import type { OpenApiCall } from './open-api';
import type { WeChatSide } from './side';

type Suggest = 'pass' | 'review' | 'risky';

/** Width and height of a JPEG (its first frame header) or PNG; undefined for anything else. */
export function sizeOf(bytes: Buffer): { width: number; height: number } | undefined {
  if (bytes.subarray(1, 4).toString('latin1') === 'PNG' && bytes.length >= 24)
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xc2)
      return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

/** The trial's rule, so that each verdict can be seen: the narrower a strip, the worse. */
function verdictOn(bytes: Buffer): Suggest | undefined {
  const size = sizeOf(bytes);
  if (!size) return undefined;
  const strip = Math.max(size.width, size.height) / Math.max(1, Math.min(size.width, size.height));
  if (strip >= 6) return 'risky';
  return strip >= 4 ? 'review' : 'pass';
}

const LABELS: Record<Suggest, number> = { pass: 100, review: 20002, risky: 20001 };

/** Fetches what it was told to look at, as WeChat's server does, and pushes what it found. */
async function look(side: WeChatSide, traceId: string, url: string): Promise<void> {
  const answer = await fetch(url).catch(() => undefined);
  const suggest = answer?.ok ? verdictOn(Buffer.from(await answer.arrayBuffer())) : undefined;
  const found = suggest
    ? { errcode: 0, errmsg: 'ok', result: { suggest, label: LABELS[suggest] } }
    : { errcode: -1008, errmsg: 'media download failed' };
  await side.push({ Event: 'wxa_media_check', version: 2, trace_id: traceId, ...found });
}

/**
 * `security.mediaCheckAsync`, version 2: answers at once with a trace id; the verdict comes as the event
 * `wxa_media_check`. The address may only be on this machine.
 */
export function mediaCheckAsync({ input, side }: OpenApiCall): WeChatAnswer {
  const { media_url: url, media_type: type, version, scene, openid } = input;
  if (typeof url !== 'string' || !/^http:\/\/127\.0\.0\.1:\d+\//.test(url)) return refused(40097);
  if (type !== 2 || version !== 2 || ![1, 2, 3, 4].includes(scene as number)) return refused(40097);
  if (typeof openid !== 'string' || openid === '') return refused(40003);
  const traceId = randomUUID();
  side.looking(look(side, traceId, url));
  return accepted({ trace_id: traceId });
}
