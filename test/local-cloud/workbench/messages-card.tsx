import { useState } from 'react';
import { timeOfDay } from '../page-kit/beijing-time';
import { Card, Chip, Empty } from '../page-kit/parts';
import { usePolled } from '../page-kit/use-polled';
import type { Outbox } from '../wechat/outbox';
import { copy } from './copy';
import type { Person } from './people';

type Message = ReturnType<Outbox['list']>[number];

/** The messages that reached the current person; others' are folded away. */
export function MessagesCard({ person }: { person: Person }) {
  const { messages } = copy;
  const { answer } = usePolled<Message[]>('/wechat/outbox');
  const all = answer?.ok === true ? answer.data : [];
  const isMine = ({ to }: Message): boolean => to === person.openid || to === person.number;
  const mine = all.filter(isMine);
  const others = all.filter((message) => !isMine(message));
  return (
    <Card title={messages.title}>
      {mine.length === 0 && <Empty>{messages.empty}</Empty>}
      <List messages={mine} />
      {others.length > 0 && (
        <details className="others">
          <summary>{messages.others(others.length)}</summary>
          <List messages={others} withTo />
        </details>
      )}
    </Card>
  );
}

function List({ messages, withTo = false }: { messages: Message[]; withTo?: boolean }) {
  return (
    <ul className="messages">
      {messages.map((message, at) => (
        <li key={`${message.at} ${String(messages.length - at)}`}>
          <div className="row small">
            <Chip tone="good">{copy.messages.kinds[message.kind]}</Chip>
            <span className="soft">{timeOfDay(new Date(message.at))}</span>
            {withTo && <span className="soft to">{copy.messages.to(message.to)}</span>}
          </div>
          {message.text === undefined ? <Keywords data={message.data} /> : <p>{message.text}</p>}
          <CodeButton message={message} />
        </li>
      ))}
    </ul>
  );
}

/** A subscription message's keywords, in the template's order. */
function Keywords({ data }: { data: unknown }) {
  return (
    <p>
      {Object.values((data ?? {}) as Record<string, unknown>)
        .map(String)
        .join(' · ')}
    </p>
  );
}

function CodeButton({ message: { kind, data } }: { message: Message }) {
  const [isCopied, setIsCopied] = useState(false);
  const code: unknown = kind === 'sms' && Array.isArray(data) ? data[0] : undefined;
  if (typeof code !== 'string') return null;
  const take = (): void => {
    void navigator.clipboard.writeText(code).then(() => {
      setIsCopied(true);
    });
  };
  return (
    <button type="button" onClick={take}>
      {isCopied ? copy.messages.copied : copy.messages.copyCode} <code>{code}</code>
    </button>
  );
}
