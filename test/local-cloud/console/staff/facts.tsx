import type { ReactNode } from 'react';
import { decisions } from '../../../../src/contracts/decisions';
import type { Output } from '../../../../src/contracts/operation';
import { deletionGrounds, refusalReasons } from '../../../../src/contracts/request-vocabulary';
import { itemLabel } from '../../../../src/contracts/request-words';
import type { staff } from '../../../../src/contracts/staff';
import { Chip } from '../../page-kit/parts';
import { copy } from '../copy';
import type { Queued } from './use-queue';
import { Words } from './words';

type Reading = Output<typeof staff.read>;

/** Terms with what stands beside them; what is null is not there. */
function Terms({
  of,
  className = 'facts',
}: {
  of: readonly (readonly [string, ReactNode])[];
  className?: string;
}) {
  return (
    <dl className={className}>
      {of
        .filter(([, value]) => value !== null)
        .map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** What was published that the request is about, just as others read it. */
function Content({ title, text, byline, prices, pictures }: NonNullable<Reading['content']>) {
  return (
    <article className="content">
      {title !== null && <strong>{title}</strong>}
      <p>{text}</p>
      {prices.map((line, at) => (
        <p key={`${String(at)} ${line}`}>{line}</p>
      ))}
      {pictures.map((picture) => (
        <img key={picture} className="picture" src={picture} alt={copy.staff.pictures.shown} />
      ))}
      <small>{byline ?? copy.staff.facts.unsigned}</small>
    </article>
  );
}

/** What is known about an opened request, masked. */
export function Facts({ reading }: { reading: Reading }) {
  const { facts, noDetails, audited } = copy.staff;
  return (
    <>
      <Terms
        of={[
          [facts.phone, reading.phone],
          [
            facts.details,
            reading.details === null ? noDetails : <Words key="details" details={reading.details} />,
          ],
          [facts.content, reading.content && <Content key="content" {...reading.content} />],
          [facts.ground, reading.ground && deletionGrounds[reading.ground].label],
          [facts.appeal, reading.appeal],
          [facts.id, <code key="id">{reading.id}</code>],
        ]}
      />
      <p>
        <Chip tone="warn">{audited}</Chip>
      </p>
    </>
  );
}

/** What a colleague proposes, for whoever has to endorse it or to return it. */
export function Proposal({ proposal }: { proposal: NonNullable<Reading['proposal']> }) {
  const { proposal: words } = copy.staff;
  const { decision, reasonCode, reply, alternative, items } = proposal;
  const reason = reasonCode && refusalReasons[reasonCode];
  return (
    <section className="notice warn">
      <h3>{words.title}</h3>
      <Terms
        className="proposal"
        of={[
          [words.decision, decisions[decision].label],
          [words.items, items && <strong key="items">{items.map(itemLabel).join('、')}</strong>],
          [words.reason, reason && `${reason.label}（${reason.law}）`],
          [words.reply, reply],
          [words.alternative, alternative],
        ]}
      />
    </section>
  );
}

/** What to look at before deciding, and what happened so far. */
export function Course({ queued: { checklist, history } }: { queued: Queued }) {
  const { staff: words } = copy;
  return (
    <>
      <section>
        <h3>{words.checklist}</h3>
        <ul className="points">
          {checklist.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </section>
      {history.length > 0 && (
        <section>
          <h3>{words.history}</h3>
          <ol className="points">
            {history.map((step, at) => (
              <li key={`${String(at)} ${step}`}>{step}</li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}
