import { useState } from 'react';
import { account } from '@/contracts/account';
import { certificateCopy } from '@/copy/privacy/certificate';
import { useLoaded } from '@/features/call/use-loaded';
import { storage } from '@/platform/storage';
import { Button } from '@/ui/button';
import { Cells } from '@/ui/cells';
import { Field } from '@/ui/field';
import { Loading } from '@/ui/loading';
import { Notice } from '@/ui/notice';
import { Empty, ErrorState } from '@/ui/states';
import { CertificateNumber } from './certificate-number';
import { isNumber, NUMBER_LENGTH, numberIn } from './model';
import { Statement } from './statement';

const { ask, states } = certificateCopy;

/** 注销证明 for whoever holds its number: the phone on which it was given, or the person who noted it down. */
export function Certificate() {
  const [id, setId] = useState(() => storage.get('certificate'));
  return (
    <>
      {id === undefined ? <Empty {...certificateCopy.none} /> : <Found key={id} id={id} />}
      <Ask onAsk={setId} isFirst={id === undefined} />
    </>
  );
}

function Found({ id }: { id: string }) {
  const { data, failure, reload } = useLoaded(account.certificate, { id });
  const isUnknown = failure?.code === 'CERTIFICATE_UNKNOWN';
  if (data === undefined) {
    return (
      <>
        {/* Nothing failed to load, and trying again would find as little. */}
        {isUnknown && (
          <Notice kind="error" title={certificateCopy.unknown}>
            {failure.message}
          </Notice>
        )}
        {!isUnknown && (failure ? <ErrorState error={failure} onRetry={() => void reload()} /> : <Loading />)}
        {/* A number that leads to nothing is not one to take along. */}
        {failure && !isUnknown && <CertificateNumber id={id} />}
      </>
    );
  }
  const { title, text } = states[data.state];
  return (
    <>
      <Notice title={title}>{text}</Notice>
      {data.certificate && <Statement statement={data.certificate} publicKey={data.publicKey} />}
      <CertificateNumber id={id} />
    </>
  );
}

function Ask({ onAsk, isFirst }: { onAsk: (id: string) => void; isFirst: boolean }) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const number = numberIn(text);
  return (
    <>
      <Cells {...(!isFirst && { title: certificateCopy.other })}>
        <Field
          className="certificate-id"
          label={ask.label}
          placeholder={ask.placeholder}
          value={text}
          error={error}
          onInput={(value) => {
            setText(value);
            setError(undefined);
          }}
        />
      </Cells>
      <Button
        size="block"
        kind={isFirst ? 'primary' : 'default'}
        className="look-up"
        onTap={() => {
          if (isNumber(number)) onAsk(number);
          else setError(ask.wrong(NUMBER_LENGTH, number.replace(/-/g, '').length));
        }}
      >
        {ask.look}
      </Button>
    </>
  );
}
