import { appSwitches, guidelineLines } from '../../src/contracts/data-map/derive/guideline';
import { functions } from '../functions';
import { cloudCopy } from './copy';
import { desiredModels } from './data-models';

const isFilled = ({ schema }: ReturnType<typeof desiredModels>[number]) =>
  schema['x-defaultMethods'].includes('wedaCreate');

/**
 * What stands in WeChat's and CloudBase's own pages, where no call of ours reaches; derived from what is built.
 * `hasModels` says whether the cloud lets data models be read, and so be made.
 */
export const byHand = (hasModels: boolean): readonly string[] =>
  cloudCopy.byHand({
    hasModels,
    reads: desiredModels().flatMap((model) => (isFilled(model) ? [] : [model.name])),
    fills: desiredModels().flatMap((model) => (isFilled(model) ? [model.name] : [])),
    guidelines: guidelineLines().length,
    positions: appSwitches().requiredPrivateInfos ?? [],
    openapi: [...new Set(Object.values(functions).flatMap(({ permissions }) => permissions.openapi))].sort(),
  });
