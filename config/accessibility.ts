import type { IPluginContext } from '@tarojs/service';
import aria from '../src/platform/aria.json';

type Patch = Record<string, Record<string, string>>;

interface MiniPlatform {
  template?: { mergeComponents: (ctx: IPluginContext, patch: Patch) => void };
  runtimePath: string | string[];
}

/**
 * Lets accessibility attributes through to WeChat: Taro's templates carry only attributes that they have been told of.
 * The same table (src/platform/aria.json: fewer is smaller, since each pair is written into base.wxml) is merged at
 * build time here and at run time by `runtimePath`, because both sides number a component's attributes by their sorted
 * order.
 */
export default function accessibility(ctx: IPluginContext): void {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: MiniPlatform) {
      if (!platform.template) return;
      const patch: Patch = {};
      for (const component of aria.components) {
        patch[component] = Object.fromEntries(aria.attributes.map((attribute) => [attribute, '']));
      }
      platform.template.mergeComponents(ctx, patch);
      platform.runtimePath = [platform.runtimePath, '@/platform/aria-runtime'].flat();
    },
  });
}
