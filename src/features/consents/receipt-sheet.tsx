import { useCallback, useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import { consent } from '@/contracts/consent';
import type { Output } from '@/contracts/operation';
import { historyCopy } from '@/copy/privacy/consents';
import { useCall } from '@/features/call/use-call';
import { instantInWords } from '@/features/privacy-centre/beijing-time';
import { Loaded } from '@/features/privacy-centre/loaded';
import { copyText } from '@/platform/clipboard';
import { Button } from '@/ui/button';
import { Cell } from '@/ui/cells';
import { Notice } from '@/ui/notice';
import { Sheet } from '@/ui/sheet';
import './consents.less';

type Receipt = Output<typeof consent.receipt>;
const { receipt: words } = historyCopy;

/** Every line of a receipt as a person reads it; an empty one is left out. */
const lines: Record<keyof typeof words.rows, (receipt: Receipt) => string> = {
  id: ({ id }) => id,
  purpose: ({ record }) => record['dpv:hasPurpose']['dct:title'],
  why: ({ record }) => record['dpv:hasPurpose']['dct:description'],
  type: ({ type }) => historyCopy.types[type],
  at: ({ at }) => instantInWords(at),
  data: ({ record }) => record['dpv:hasPersonalData'].map((item) => item['dct:title']).join('、'),
  basis: ({ record }) => record['dpv:hasLegalBasis']['dct:source'],
  withdrawal: ({ record }) => record['dpv:hasConsentControl']['dct:description'],
  controller: ({ record }) => record['dpv:hasDataController']['schema:legalName'],
  policyVersion: ({ policyVersion }) => policyVersion,
  policyDigest: ({ policyDigest }) => policyDigest,
  subject: ({ subject }) => subject,
  commitment: ({ commitment }) => commitment,
  signature: ({ seal }) => seal.signature,
};

/** What only a program reads, to check the receipt by. */
const forChecking: readonly (keyof typeof words.rows)[] = ['policyDigest', 'commitment', 'signature'];

/** Proof of one choice, to read and to take along as JSON. Give it the id as `key`. */
export function ReceiptSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const { run, ...state } = useCall(consent.receipt);
  const reload = useCallback(() => run({ id }), [run, id]);
  useEffect(() => {
    void reload();
  }, [reload]);
  return (
    <Sheet open title={words.title} onClose={onClose}>
      <Loaded state={{ ...state, reload }}>{(receipt) => <ReceiptText receipt={receipt} />}</Loaded>
    </Sheet>
  );
}

function ReceiptText({ receipt }: { receipt: Receipt }) {
  const [copied, setCopied] = useState<boolean>();
  const [isOpen, setOpen] = useState(false);
  const action = isOpen ? words.checking.close : words.checking.open;
  const copy = async () => {
    setCopied(await copyText(JSON.stringify(receipt, null, 2)));
  };
  const names = (Object.keys(words.rows) as (keyof typeof words.rows)[]).filter(
    (name) => lines[name](receipt) !== '',
  );
  return (
    <>
      <Rows receipt={receipt} names={names.filter((name) => !forChecking.includes(name))} />
      <Cell
        className="receipt-checking"
        title={words.checking.group}
        value={action}
        label={`${words.checking.group}，${action}`}
        onTap={() => {
          setOpen(!isOpen);
        }}
      />
      {isOpen && <Rows receipt={receipt} names={forChecking} />}
      <View className="consents-line">{words.explain}</View>
      {copied !== undefined && (
        <Notice kind={copied ? 'info' : 'error'}>{copied ? words.copied : words.failed}</Notice>
      )}
      <Button kind="primary" className="copy-receipt" onTap={() => void copy()}>
        {words.copy}
      </Button>
    </>
  );
}

function Rows({ receipt, names }: { receipt: Receipt; names: readonly (keyof typeof words.rows)[] }) {
  return (
    <>
      {names.map((name) => (
        <View key={name} className="consents-proof">
          <View className="consents-proof__label">{words.rows[name]}</View>
          <View>{lines[name](receipt)}</View>
        </View>
      ))}
    </>
  );
}
