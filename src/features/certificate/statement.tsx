import { View } from '@tarojs/components';
import type { account } from '@/contracts/account';
import { dataMap } from '@/contracts/data-map';
import type { Collection } from '@/contracts/data-map/grammar';
import { recipients } from '@/contracts/data-map/recipients';
import type { Output } from '@/contracts/operation';
import { certificateCopy } from '@/copy/privacy/certificate';
import { KeptByLaw } from '@/features/deregistration/kept-by-law';
import { instantInWords } from '@/features/privacy-centre/beijing-time';
import { Cell, Cells } from '@/ui/cells';
import { CopyButton } from '@/ui/copying';
import './certificate.less';

type Answer = Output<typeof account.certificate>;
export interface StatementProps {
  statement: NonNullable<Answer['certificate']>;
  publicKey: string;
}

const { counts: countWords, recipients: toldWords, proof } = certificateCopy;
const collections: Readonly<Record<string, Collection>> = dataMap;
const receiving: Readonly<Record<string, { name: string }>> = recipients;

const hadAny = ({ removed, reduced }: { removed: number; reduced: number }) => removed + reduced > 0;

/** The proof in plain words: what was removed, what the law keeps, who was told, when, and what makes it believable. */
export function Statement({ statement, publicKey }: StatementProps) {
  const { counts, recipients: told = [], begunAt, certifiedAt, keyFingerprint, signature } = statement;
  return (
    <>
      <Counts counts={counts} />
      <KeptByLaw />
      <Cells title={toldWords.group}>
        {told.length === 0 && <Cell title={toldWords.none} />}
        {told.map(({ recipient, outcome, at, because }) => (
          <Cell
            key={recipient}
            title={receiving[recipient]?.name ?? recipient}
            desc={
              <>
                <View>{toldWords.line(toldWords.outcomes[outcome], instantInWords(at))}</View>
                {because !== undefined && <View>{because}</View>}
              </>
            }
          />
        ))}
      </Cells>
      <Cells title={proof.group} tips={proof.explain}>
        <Cell title={proof.begunAt} desc={instantInWords(begunAt)} />
        <Cell title={proof.certifiedAt} desc={instantInWords(certifiedAt)} />
        <Cell className="certificate__long" title={proof.keyFingerprint} desc={keyFingerprint} />
        <Cell className="certificate__long" title={proof.signature} desc={signature} />
      </Cells>
      <CopyButton
        kind="primary"
        size="block"
        className="copy-certificate"
        text={JSON.stringify({ certificate: statement, publicKey }, null, 2)}
      >
        {certificateCopy.copy}
      </CopyButton>
    </>
  );
}

/** What was there, kind by kind; kinds of which there was nothing share one line, and so does the last check. */
function Counts({ counts }: Pick<StatementProps['statement'], 'counts'>) {
  const all = Object.entries(counts).map(([name, count]) => ({
    ...count,
    name: collections[name]?.label ?? name,
  }));
  const [held, none] = [all.filter(hadAny), all.filter((count) => !hadAny(count))];
  const found = all.reduce((sum, count) => sum + count.found, 0);
  return (
    <Cells title={countWords.group} tips={countWords.found(found)}>
      {held.map(({ name, removed, reduced }) => (
        <Cell key={name} title={name} desc={countWords.line(removed, reduced)} />
      ))}
      {none.length > 0 && <Cell title={countWords.none} desc={none.map(({ name }) => name).join('、')} />}
    </Cells>
  );
}
