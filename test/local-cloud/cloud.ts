import type { Clock } from './clock';
import type { Database } from './database';
import type { Environments } from './environments';
import type { Faults } from './faults';
import type { CloudFunctions } from './functions/cloud-functions';
import type { Timers } from './functions/timers';
import type { Logs } from './logs';
import type { Files } from './storage/files';
import type { Upkeep } from './upkeep';
import type { WeChatSide } from './wechat/side';

/** The parts of a running local cloud, as its doors see them. */
export interface Cloud {
  /** The database of the environment that the functions run in. */
  database: Database;
  environments: Environments;
  clock: Clock;
  faults: Faults;
  files: Files;
  logs: Logs;
  functions: CloudFunctions;
  timers: Timers;
  upkeep: Upkeep;
  wechat: WeChatSide;
}
