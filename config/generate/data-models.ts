/** Writes the data models that 云后台 imports; run by hand: `npx tsx config/generate/data-models.ts`. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { modelFiles } from '../console/models';

for (const [name, text] of Object.entries(modelFiles))
  writeFileSync(resolve(__dirname, '../console', name), text);
