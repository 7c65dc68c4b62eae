import { randomBytes } from 'node:crypto';
import { smsWords } from '../../cloudfunctions/copy/messages';
import { createVaultKeys } from '../../config/operate/vault-key';

const key = () => randomBytes(32).toString('base64');

/** A file of an operator who has decided everything, and the keys that stand in no file. */
export const makeOperator = () => ({
  secrets: { MASTER_KEY: key(), LOOKUP_KEY: key(), SIGNING_KEY: key() },
  file: {
    region: 'ap-shanghai',
    appid: 'wx0123456789abcdef',
    variables: {
      VAULT_PUBLIC_KEY: createVaultKeys().publicKey,
      STAFF: { 王经办: 'reviewer', 李复核: 'second' },
      MINORS_STAFF: '王经办',
      SMS_TEMPLATE_ID: '1234567',
      SUBSCRIBE_TEMPLATE_ID: 'tmpl-answer',
      SMS_TEMPLATES: Object.fromEntries(Object.keys(smsWords).map((name) => [name, '7654321'])),
    },
  },
});
