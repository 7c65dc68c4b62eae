import { dateTime } from '../page-kit/beijing-time';
import { Card, Chip, Empty, Notice } from '../page-kit/parts';
import { usePolled } from '../page-kit/use-polled';
import type { Outbox } from '../wechat/outbox';
import { copy } from './copy';

type Message = ReturnType<Outbox['list']>[number];

/** Everything that left through WeChat, to whomever. */
export function OutboxTab() {
  const { outbox: words } = copy;
  const { answer } = usePolled<Message[]>('/api/outbox');
  const messages = answer?.ok === true ? answer.data : [];
  return (
    <Card title={words.title} aside={<small>{words.hint}</small>}>
      {answer?.ok === false && <Notice tone="bad">{answer.message}</Notice>}
      {answer?.ok === true && messages.length === 0 && <Empty>{words.empty}</Empty>}
      {messages.length > 0 && (
        <div className="table-wrap" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.columns.at}</th>
                <th scope="col">{words.columns.kind}</th>
                <th scope="col">{words.columns.to}</th>
                <th scope="col">{words.columns.text}</th>
              </tr>
            </thead>
            <tbody>
              {messages.map((message, at) => (
                <tr key={`${message.at} ${String(messages.length - at)}`}>
                  <td className="nowrap">{dateTime(message.at)}</td>
                  <td className="nowrap">
                    <Chip tone="good">{words.kinds[message.kind]}</Chip>
                  </td>
                  <td className="anywhere">{message.to}</td>
                  <td>{message.text ?? <pre tabIndex={0}>{JSON.stringify(message.data, null, 1)}</pre>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}
