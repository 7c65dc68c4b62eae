import { useState } from 'react';
import type { CloudFunctions } from '../functions/cloud-functions';
import { timeOfDay } from '../page-kit/beijing-time';
import { Card, Empty, Notice } from '../page-kit/parts';
import { usePolled } from '../page-kit/use-polled';
import { Calls, type CallEntry } from './calls';
import { copy } from './copy';

type FunctionState = ReturnType<CloudFunctions['list']>[number];

const MOST_CALLS = 15;

const script = (origin: string): string => `const cloudbase = require('@cloudbase/node-sdk');
const app = cloudbase.init({
  env: 'local',
  secretId: process.env.TENCENTCLOUD_SECRETID ?? 'local',
  secretKey: process.env.TENCENTCLOUD_SECRETKEY ?? 'local',
  serviceUrl: '${origin}/admin',
});
app.database().collection('accounts').count().then(console.log);
app.callFunction({ name: 'reconcile', data: { action: 'queue' } }).then(console.log);`;

/** The functions as built, the state of their processes, and what they did last. */
export function FunctionsTab() {
  const { functions: words } = copy;
  const { answer } = usePolled<FunctionState[]>('/api/functions');
  const { answer: logs } = usePolled<CallEntry[]>('/api/logs');
  const functions = answer?.ok === true ? answer.data : [];
  const calls = logs?.ok === true ? logs.data : [];
  return (
    <>
      <Card title={words.title}>
        {answer?.ok === false && <Notice tone="bad">{answer.message}</Notice>}
        {answer?.ok === true && functions.length === 0 && <Empty>{words.empty}</Empty>}
        <div className="table-wrap" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.columns.name}</th>
                <th scope="col">{words.columns.callers}</th>
                <th scope="col">{words.columns.limits}</th>
                <th scope="col">{words.columns.openapi}</th>
                <th scope="col">{words.columns.pool}</th>
                <th scope="col">{words.columns.revision}</th>
              </tr>
            </thead>
            <tbody>
              {functions.map(({ name, callers, timeout, memorySize, openapi, pool }) => (
                <tr key={name}>
                  <td>
                    <strong>{name}</strong>
                  </td>
                  <td>{words.callers[callers ?? ''] ?? copy.unknown}</td>
                  <td className="nowrap">{words.limits(timeout, memorySize)}</td>
                  <td>
                    {openapi.length === 0 ? copy.unknown : openapi.map((api) => <div key={api}>{api}</div>)}
                  </td>
                  <td className="nowrap">
                    {pool.running} / {pool.idle} / {pool.waiting}
                  </td>
                  <td className="nowrap">{lastCall(calls, name)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Card>
      <Card title={words.calls}>
        <Calls calls={calls.slice(0, MOST_CALLS)} />
      </Card>
      <SdkCard />
    </>
  );
}

function lastCall(calls: readonly CallEntry[], name: string): string {
  const last = calls.find((call) => call.function === name);
  return last ? timeOfDay(new Date(last.at)) : copy.unknown;
}

function SdkCard() {
  const { functions: words } = copy;
  const [isCopied, setIsCopied] = useState(false);
  const text = script(location.origin);
  return (
    <Card
      title={words.sdk}
      aside={
        <button
          type="button"
          onClick={() => {
            void navigator.clipboard.writeText(text).then(() => {
              setIsCopied(true);
            });
          }}
        >
          {isCopied ? words.copied : words.sdkCopy}
        </button>
      }
    >
      <div className="stack">
        <p>{words.sdkHint}</p>
        <pre tabIndex={0}>{text}</pre>
      </div>
    </Card>
  );
}
