import { useState } from 'react';
import { digitsOf, mobileDigits } from '@/contracts/mobile-digits';
import type { Failure } from '@/contracts/result';
import type { PhoneProof } from '@/contracts/values';
import { phoneCopy } from '@/copy/phone';
import { Button } from '@/ui/button';
import { Cells } from '@/ui/cells';
import { FailureNotice } from '@/ui/failure-notice';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { isMobile, isSmsCode, newestOf } from './model';
import { useSmsCode } from './use-sms-code';

interface SmsProofProps {
  text: string;
  busy: boolean;
  disabled: boolean;
  /** Why the last proof was not taken; shown above the button until another code is asked for. */
  failure: Failure | undefined;
  onProof: (proof: Extract<PhoneProof, { kind: 'sms' }>) => void;
}

const MOBILE_LENGTH = 11;

/** The SMS way: a number, the code sent to it, and the button that hands both over. */
export function SmsProof({ text, busy, disabled, failure, onProof }: SmsProofProps) {
  const [number, setNumber] = useState('');
  const [code, setCode] = useState('');
  const [past, setPast] = useState<Failure>();
  const sms = useSmsCode();
  const news = newestOf({ failure, past, unsent: sms.failure, sentTo: sms.sentTo });
  const isWrong = number.length >= MOBILE_LENGTH && !isMobile(number);
  const again = sms.sentTo === undefined ? phoneCopy.send : phoneCopy.sendAgain;
  return (
    <>
      <Cells>
        <Field
          className="phone-number"
          label={phoneCopy.number}
          type="number"
          value={number}
          onInput={(typed) => {
            setNumber(mobileDigits(typed));
          }}
          placeholder={phoneCopy.numberPlaceholder}
          error={isWrong ? phoneCopy.numberWrong : undefined}
          action={
            <Button
              size="mini"
              className="phone-send"
              loading={sms.isSending}
              disabled={!isMobile(number) || sms.wait > 0}
              onTap={() => {
                setPast(failure);
                void sms.send(number);
              }}
            >
              {sms.wait > 0 ? phoneCopy.wait(sms.wait) : again}
            </Button>
          }
        />
        <Field
          className="phone-code"
          label={phoneCopy.code}
          type="number"
          value={code}
          onInput={(typed) => {
            // What was said of the code before it says nothing of this one.
            setPast(failure);
            setCode(digitsOf(typed));
          }}
          maxLength={6}
          exact
          placeholder={phoneCopy.codePlaceholder}
          hint={phoneCopy.codeHint}
        />
      </Cells>
      <FailureNotice failure={news.failure} />
      {news.sentTo !== undefined && <Notice>{phoneCopy.sent(news.sentTo)}</Notice>}
      <Button
        kind="primary"
        size="block"
        className="phone-submit"
        loading={busy}
        disabled={disabled || !isMobile(number) || !isSmsCode(code)}
        onTap={() => {
          onProof({ kind: 'sms', number, code });
        }}
      >
        {text}
      </Button>
    </>
  );
}
