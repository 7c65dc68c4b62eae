import type { IPluginContext } from '@tarojs/service';

interface Asset {
  source: () => string | Buffer;
  size: () => number;
}

/**
 * Takes the white space between tags out of Taro's templates. Taro's own `minifyXML` takes WXML for HTML and drops
 * `</input>`, which WeChat's compiler refuses.
 */
export default function compactTemplates(ctx: IPluginContext): void {
  ctx.modifyBuildAssets(({ assets }: { assets: Record<string, Asset> }) => {
    for (const [name, asset] of Object.entries(assets)) {
      if (!name.endsWith('.wxml')) continue;
      const compact = asset.source().toString().replace(/>\s+</g, '><').trim();
      assets[name] = { ...asset, source: () => compact, size: () => Buffer.byteLength(compact) };
    }
  });
}
