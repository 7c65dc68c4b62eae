import { View } from '@tarojs/components';
import { consent } from '@/contracts/consent';
import type { Output } from '@/contracts/operation';
import { historyCopy } from '@/copy/privacy/consents';
import { useLoaded } from '@/features/call/use-loaded';
import { instantInWords } from '@/features/privacy-centre/beijing-time';
import { Loaded } from '@/features/privacy-centre/loaded';
import { CopyButton } from '@/ui/copying';
import { Fold } from '@/ui/fold';
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
  const state = useLoaded(consent.receipt, { id });
  return (
    <Sheet open title={words.title} onClose={onClose}>
      <Loaded state={state}>{(receipt) => <ReceiptText receipt={receipt} />}</Loaded>
    </Sheet>
  );
}

function ReceiptText({ receipt }: { receipt: Receipt }) {
  const names = (Object.keys(words.rows) as (keyof typeof words.rows)[]).filter(
    (name) => lines[name](receipt) !== '',
  );
  return (
    <>
      <Rows receipt={receipt} names={names.filter((name) => !forChecking.includes(name))} />
      <Fold className="receipt-checking" title={words.checking}>
        <Rows receipt={receipt} names={forChecking} />
      </Fold>
      <View className="consents-line">{words.explain}</View>
      <CopyButton kind="primary" className="copy-receipt" text={JSON.stringify(receipt, null, 2)}>
        {words.copy}
      </CopyButton>
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
