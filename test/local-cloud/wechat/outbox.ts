/** A message that left for the outside world. */
interface Message {
  /** A phone number for an SMS, an openid for a subscription message. */
  to: string;
  kind: 'sms' | 'subscribe';
  text?: string;
  template?: string;
  data: unknown;
  at: string;
}

/** The messages sent, in memory only: they are in other people's hands, not in this data folder. */
export interface Outbox {
  add(message: Message): void;
  /** Newest first. */
  list(): Message[];
}

/** Keeps the newest `limit` messages. */
export function createOutbox(limit = 1000): Outbox {
  const messages: Message[] = [];
  return {
    add: (message) => {
      messages.unshift(message);
      if (messages.length > limit) messages.pop();
    },
    list: () => [...messages],
  };
}
