import type { Binary, ObjectId, Timestamp } from 'bson';
import type { Document } from '../types';
import { canonicalType, toDouble, TYPE_ORDER } from './bson-type';

/**
 * BSON values as bytes whose order is MongoDB's order of the values. Every encoding says where it ends, so encodings
 * can be joined into compound keys, and no byte that starts an encoding is 0x00 or 0xFF, which leaves 0xFF as "after
 * everything that starts so".
 */
export function encodeKey(value: unknown): Buffer {
  const bytes: Buffer[] = [];
  append(bytes, value);
  return Buffer.concat(bytes);
}

/** The byte with which every value of this value's type starts. */
export const typeTag = (value: unknown): number => TYPE_ORDER[canonicalType(value)] * 16;

/** The same bytes in the opposite order, for a descending field. */
export function invertKey(key: Buffer): Buffer {
  const inverted = Buffer.allocUnsafe(key.length);
  for (let i = 0; i < key.length; i++) inverted[i] = 0xff ^ (key[i] as number);
  return inverted;
}

const END = Buffer.from([0]);

function append(bytes: Buffer[], value: unknown): void {
  bytes.push(Buffer.from([typeTag(value)]));
  switch (canonicalType(value)) {
    case 'number':
      bytes.push(encodeDouble(toDouble(value)));
      break;
    case 'string':
      bytes.push(encodeText(value as string));
      break;
    case 'object':
      for (const [name, member] of Object.entries(value as Document)) {
        bytes.push(Buffer.from([typeTag(member)]), encodeText(name));
        append(bytes, member);
      }
      bytes.push(END);
      break;
    case 'array':
      for (const element of value as unknown[]) append(bytes, element);
      bytes.push(END);
      break;
    case 'binData': {
      const { position, sub_type } = value as Binary;
      const head = Buffer.alloc(5);
      head.writeUInt32BE(position, 0);
      head.writeUInt8(sub_type, 4);
      bytes.push(head, Buffer.from((value as Binary).value()));
      break;
    }
    case 'objectId':
      bytes.push(Buffer.from((value as ObjectId).id));
      break;
    case 'bool':
      bytes.push(Buffer.from([value ? 2 : 1]));
      break;
    case 'date':
      bytes.push(encodeDouble((value as Date).getTime()));
      break;
    case 'timestamp': {
      const stamp = Buffer.alloc(8);
      stamp.writeUInt32BE((value as Timestamp).getHighBitsUnsigned(), 0);
      stamp.writeUInt32BE((value as Timestamp).getLowBitsUnsigned(), 4);
      bytes.push(stamp);
      break;
    }
    case 'regex':
      bytes.push(encodeText((value as RegExp).source), encodeText((value as RegExp).flags));
      break;
    default:
  }
}

/** Sign bit flipped for positives, all bits for negatives: IEEE order becomes byte order. NaN sorts first. */
function encodeDouble(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  if (Number.isNaN(value)) return bytes;
  bytes.writeDoubleBE(value === 0 ? 0 : value);
  if ((bytes[0] as number) & 0x80) return invertKey(bytes);
  bytes[0] = (bytes[0] as number) | 0x80;
  return bytes;
}

/** UTF-8 with 0x00 escaped as 0x00 0xFF and ended by 0x00 0x00... the pair that sorts before any continuation. */
function encodeText(text: string): Buffer {
  const utf8 = Buffer.from(text, 'utf8');
  if (!utf8.includes(0)) return Buffer.concat([utf8, TEXT_END]);
  const escaped: number[] = [];
  for (const byte of utf8) escaped.push(...(byte === 0 ? [0, 0xff] : [byte]));
  return Buffer.concat([Buffer.from(escaped), TEXT_END]);
}

const TEXT_END = Buffer.from([0, 1]);
