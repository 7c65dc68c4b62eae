import type { IPluginContext } from '@tarojs/service';

interface Asset {
  source: () => string | Buffer;
  size: () => number;
}

/** What no page shows, yet Taro writes a template of for every level of nesting. */
const UNUSED = ['scroll-view'];

/** WXML's own, what Taro's runtime gives every element, and the catch that is a template of its own. */
const ALWAYS = /^(is|data|name|module|src|id|data-sid|class|style|catch.*)$/;
const ATTRIBUTE = /\s+([a-z-]+)="[^"]*"/g;

/** The names by which code gives an attribute: `bindtouchstart` as `onTouchStart`, `hover-class` as `hoverClass`. */
function namesInCode(attribute: string): string[] {
  const event = /^bind(.*)$/.exec(attribute)?.[1];
  if (event === undefined) return [attribute, attribute.replaceAll('-', '')];
  return event === 'tap' ? ['ontap', 'onclick'] : [`on${event}`];
}

/**
 * A template of Taro's without white space between tags, and without the attributes that `code` never names: WeChat
 * then takes its own default, which is what Taro writes for them. Names count in whatever case, so that rather too much
 * stays than too little.
 */
export function leanTemplate(template: string, code: string): string {
  const words = new Set(code.toLowerCase().match(/[a-z][a-z-]*/g));
  const isGiven = (attribute: string) => namesInCode(attribute).some((name) => words.has(name));
  return template
    .replace(/>\s+</g, '><')
    .replace(ATTRIBUTE, (whole, name: string) =>
      ALWAYS.test(name) || isGiven(name) ? ` ${whole.trim()}` : '',
    )
    .trim();
}

/**
 * Makes Taro's templates as small as the pages allow: without the white space between tags, and without the attributes
 * and events that no code gives. Taro's own `minifyXML` takes WXML for HTML and drops `</input>`, which WeChat's
 * compiler refuses.
 */
export default function compactTemplates(ctx: IPluginContext): void {
  ctx.register({
    name: 'modifyComponentConfig',
    fn({ componentConfig }: { componentConfig: { includes: Set<string> } }) {
      for (const component of UNUSED) componentConfig.includes.delete(component);
    },
  });
  ctx.modifyBuildAssets(({ assets }: { assets: Record<string, Asset> }) => {
    const named = Object.entries(assets);
    const textOf = ([, asset]: [string, Asset]) => asset.source().toString();
    // Taro's own script names every attribute there is.
    const code = named.filter(([name]) => name.endsWith('.js') && name !== 'taro.js').map(textOf);
    for (const [name, asset] of named) {
      if (!name.endsWith('.wxml')) continue;
      const compact = leanTemplate(asset.source().toString(), code.join('\n'));
      assets[name] = { ...asset, source: () => compact, size: () => Buffer.byteLength(compact) };
    }
  });
}
