import type { ErrorCode } from '../../src/contracts/errors';
import { Fault } from './fault';

/**
 * What lies in the database does not open: the key is destroyed, a byte is not as it was written, or a later release
 * wrote it. The call answers with the code and its sentence, and changes nothing; work over many people leaves such a
 * row out where it can, and erasing needs no key.
 */
export class Unreadable extends Fault {
  constructor(
    readonly code: Extract<ErrorCode, 'ERASED' | 'DATA_DAMAGED' | 'DATA_NEWER'>,
    message: string,
  ) {
    super(message);
  }
}
