import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { checkerCopy as words } from '../../cloudfunctions/copy/receipt';

const folder = resolve(__dirname, '../../cloudfunctions/domain/receipt/checker');

async function bundled(entry: string, platform: 'browser' | 'node'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform,
    format: platform === 'node' ? 'esm' : 'iife',
    target: platform === 'node' ? 'node20' : 'es2020',
    charset: 'utf8',
    // Left readable: whoever trusts nobody must be able to read it.
    minify: false,
    legalComments: 'none',
  });
  return outputFiles.map(({ text }) => text).join('');
}

const page = (script: string) => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'">
<title>${words.title}</title>
<style>
:root{color-scheme:light dark}
body{font:16px/1.6 system-ui,sans-serif;max-width:44rem;margin:auto;padding:1rem}
label{display:block;margin-top:1rem}
textarea{box-sizing:border-box;width:100%;font:13px/1.4 ui-monospace,monospace}
button,input[type=file]{min-height:44px;font:inherit}
button{padding:0 2rem;margin-top:1rem}
section{border:2px solid;border-radius:8px;padding:0 1rem;margin-top:1rem;overflow-wrap:anywhere}
h2{font-size:1.1rem}.good h2{color:#06713a}.bad h2{color:#b3261e}.quiet{font-size:.9rem}
@media(prefers-color-scheme:dark){.good h2{color:#5fd394}.bad h2{color:#ff8a80}}
</style></head><body><main>
<h1>${words.title}</h1><p>${words.lead}</p>
<label for="receipt">${words.receipt}</label><textarea id="receipt" rows="10"></textarea>
<label for="file">${words.open}</label><input id="file" type="file" accept=".json,application/json">
<label for="policy">${words.policy}</label><textarea id="policy" rows="3"></textarea>
<label for="key">${words.key}</label><textarea id="key" rows="2"></textarea>
<button id="check">${words.check}</button>
<div id="result" role="status"></div>
</main><script>
${script.replaceAll('</script', '<\\/script')}</script></body></html>
`;

/** The checker as files that need nothing: a page for any browser and a script for plain node. */
export async function checkerFiles(): Promise<Record<'check-receipt.html' | 'check-receipt.mjs', string>> {
  return {
    'check-receipt.html': page(await bundled(join(folder, 'page.ts'), 'browser')),
    'check-receipt.mjs': await bundled(resolve(__dirname, '../operate/check-receipt.ts'), 'node'),
  };
}

if (require.main === module) {
  void checkerFiles().then((files) => {
    writeFileSync(join(folder, 'files.json'), `${JSON.stringify(files, null, 2)}\n`);
  });
}
