import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../database';
import type { Fault } from '../faults';
import type { FunctionProcess } from '../functions/function-process';
import type { AdminCall } from './admin';
import { WireError } from './wire-error';

/** Passes a database action on, counting it for the calling function and letting a scripted fault strike. */
export async function callDatabase(call: AdminCall): Promise<Record<string, unknown>> {
  const { cloud, action, params, process } = call;
  const database = cloud.environments.named(params['envName']);
  if (database === undefined) throw new WireError('INVALID_ENV', '没有这个环境，请检查环境 ID');
  const running = process?.call;
  const fault =
    running === undefined ? undefined : cloud.faults.take(running.function, (running.databaseCalls += 1));
  if (fault !== undefined && fault.when === 'before') await strike(fault, call);
  cloud.upkeep.touched();
  const answer = await database.call(action, params);
  if (process !== undefined) followTransactions(process, database, action, answer, params);
  if (fault !== undefined && fault.when === 'after') await strike(fault, call);
  return answer;
}

async function strike(fault: Fault, { process }: AdminCall): Promise<void> {
  const place = `第 ${String(fault.at)} 次数据库调用`;
  switch (fault.do) {
    case 'delay':
      await wait(fault.ms);
      return;
    case 'fail':
      throw new WireError(fault.code, `预设故障：${place}失败`);
    case 'kill':
      process?.kill('FUNCTIONS_EXECUTE_FAIL', `预设故障：进程在${place}被结束`);
      throw new WireError('SYS_ERR', '调用方已被结束');
  }
}

/**
 * Undoes what a process that died had begun. The platform would let the transaction run into its 30 seconds; here
 * a test that kills at every call would wait them out each time.
 */
function followTransactions(
  process: FunctionProcess,
  database: Database,
  action: string,
  answer: Record<string, unknown>,
  params: Record<string, unknown>,
): void {
  if (action === 'database.commitTransaction' || action === 'database.abortTransaction') {
    process.transactions.delete(String(params['transactionId']));
    return;
  }
  if (action !== 'database.startTransaction') return;
  const id = String(answer['transactionId']);
  process.transactions.add(id);
  void process.gone.then(async () => {
    if (!process.transactions.delete(id)) return;
    // It may have run into its limit meanwhile, or the database may be closing: then nothing is left to undo.
    await database.call('database.abortTransaction', { transactionId: id }).catch(() => undefined);
  });
}
