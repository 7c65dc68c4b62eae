import type { RequestReading } from './model';

/** What a part needs that offers a way on from where a request stands. */
export interface OfferProps {
  reading: RequestReading;
  /** Something was done: read the request again. */
  onMoved: () => void;
}
