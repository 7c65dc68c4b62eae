import type { operator } from '../../src/contracts/operator';
import type { Handlers } from '../platform/handler';
import { childFound } from './child';
import { compelled } from './compelled';
import { deliver } from './deliver';
import { disclose } from './disclose';
import { excuse } from './excuse';
import { handover } from './handover';
import { health } from './health';
import { importFact } from './import';
import { incident, incidentErased, incidentNotify } from './incident';
import { signingKey } from './public-key';
import { migrateNow } from './migrate';
import { replay } from './replay';
import { settleAltered } from './settle-altered';
import { shutdown, shutdownPlan } from './shutdown';
import { statistics } from './statistics';
import { surveyOpen, surveyWords } from './survey';

/** Who answers each of the operator's calls. */
export const operations: Handlers<typeof operator> = {
  signingKey,
  childFound,
  settleAltered,
  shutdownPlan,
  shutdown,
  incident,
  incidentErased,
  incidentNotify,
  statistics,
  health,
  migrate: migrateNow,
  replay,
  deliver,
  disclose,
  compelled,
  import: importFact,
  excuse,
  handover,
  surveyOpen,
  surveyWords,
};
