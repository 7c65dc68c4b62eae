import type { ComponentType } from 'react';
import { request } from '@/contracts/request';
import { keysOf } from '@/contracts/request-vocabulary';
import { Appeal } from './appeal';
import { ConfirmedMove } from './confirmed-move';
import { Download } from './download';
import type { RequestReading } from './model';
import type { OfferProps } from './offer';

/** How each of the person's moves is offered, in the order of the page. */
const offers = {
  download: Download,
  verify: (props) => <ConfirmedMove {...props} name="verify" operation={request.verify} kind="primary" />,
  acceptFee: (props) => (
    <ConfirmedMove {...props} name="acceptFee" operation={request.acceptFee} kind="primary" />
  ),
  declineFee: (props) => <ConfirmedMove {...props} name="declineFee" operation={request.declineFee} />,
  appeal: Appeal,
  cancel: (props) => <ConfirmedMove {...props} name="cancel" operation={request.cancel} kind="warn" />,
} as const satisfies Record<RequestReading['allowed'][number], ComponentType<OfferProps>>;

/** What the person may do now: the server's list decides. */
export function Allowed(props: OfferProps) {
  return keysOf(offers)
    .filter((move) => props.reading.allowed.includes(move))
    .map((move) => {
      const Offer: ComponentType<OfferProps> = offers[move];
      return <Offer key={move} {...props} />;
    });
}
