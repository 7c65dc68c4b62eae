import { appSwitches, guidelineLines } from '../../src/contracts/data-map/derive/guideline';
import { functions } from '../functions';
import { cloudCopy } from './copy';

/**
 * What stands in WeChat's and CloudBase's own pages, where no call of ours reaches; derived from what is built.
 * `hasModels` says whether the cloud lets data models be read, and so be made.
 */
export const byHand = (hasModels: boolean): readonly string[] =>
  cloudCopy.byHand({
    hasModels,
    guidelines: guidelineLines().length,
    positions: appSwitches().requiredPrivateInfos ?? [],
    openapi: [...new Set(Object.values(functions).flatMap(({ permissions }) => permissions.openapi))].sort(),
  });
