import { buildStale } from '../local-cloud/build/products';
import { benchCityLookup, formatCityLookup } from './city-lookup';
import { benchCloudPlan, formatCloudPlan } from './cloud-plan';
import { benchDatabaseCalls, formatDatabaseCalls } from './database-calls';
import { benchErasure } from './erasure';
import { benchFeed, formatFeed } from './feed';
import { benchFirstText, formatFirstText } from './first-text';
import { benchFirstView, formatFirstView } from './first-view';
import { benchFunctionLoad, formatFunctionLoad } from './function-load';
import { benchHeavyCopy, formatHeavyCopy } from './heavy-copy';
import { benchIncident, formatIncident } from './incident';
import { benchIndexReads, formatIndexReads } from './index-reads';
import { benchLedger, formatLedger } from './ledger';
import { benchPackageSize, formatPackageSize } from './package-size';
import { benchReviewDesk, formatReviewDesk } from './review-desk';
import { benchScale } from './scale/main';
import { benchSealing, formatSealing } from './sealing';

/** `npm run bench`: every figure beside the floor or the bound it is measured against. Nothing here passes or fails. */
async function main(): Promise<void> {
  await buildStale(console.log, ['functions', 'weapp', 'h5']);
  const print = (title: string, text: string) => {
    console.log(`\n${title}\n${text}`);
  };
  print('Database calls per operation', formatDatabaseCalls(await benchDatabaseCalls()));
  print('Setting up an environment', formatCloudPlan(await benchCloudPlan()));
  print('Function load time, median of 15 fresh processes', formatFunctionLoad(await benchFunctionLoad()));
  print('Sealing one value, the quietest of 25 rounds', formatSealing(benchSealing()));
  print('Size of the mini program', formatPackageSize(await benchPackageSize()));
  print('First text of the home page after onLaunch, in the simulator', formatFirstText(benchFirstText()));
  print('Scripts until the home page shows in a browser', formatFirstView(await benchFirstView()));
  print('Finding the city of a position, on the phone', formatCityLookup(benchCityLookup()));
  print('Reads on an index, and without one', formatIndexReads(await benchIndexReads()));
  print('Erasure', await benchErasure());
  print('A copy of everything, for a heavy user', formatHeavyCopy(await benchHeavyCopy()));
  print('Verifying the ledger', formatLedger(await benchLedger()));
  print('The desk of staff', formatReviewDesk(await benchReviewDesk()));
  print('A page of the community', formatFeed(await benchFeed()));
  print('Who is affected by an incident', formatIncident(await benchIncident()));
  print('A month, on paper', await benchScale());
}

void main();
