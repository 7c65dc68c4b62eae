/**
 * The layout as import rules: data flows page, hook, contract, handler, domain, store, and a line of code knows its
 * room. Checked by `npm run check`.
 */
const only = (name, comment, from, to) => ({ name, comment, severity: 'error', from: { path: from }, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-orphan-imports', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only('product-not-test', 'Product code never imports test/.', '^(src|cloudfunctions)/', {
      path: '^test/',
    }),
    only('app-not-functions', 'The mini program knows the back end by its contracts alone.', '^src/', {
      path: '^cloudfunctions/',
    }),
    only(
      'functions-see-contracts',
      'The back end may import src/contracts and nothing else of src.',
      '^cloudfunctions/',
      {
        path: '^src/',
        pathNot: '^src/contracts/',
      },
    ),
    only(
      'contracts-import-nothing',
      'Contracts import zod/mini, each other and the generated tables.',
      '^src/contracts/',
      {
        pathNot: ['^src/contracts/', '^src/data/', '^node_modules/zod/'],
      },
    ),
    only(
      'zod-is-mini',
      'Classic zod compiles with Function, which a mini program forbids.',
      '^(src|cloudfunctions)/',
      {
        path: '^node_modules/zod/',
        pathNot: '^node_modules/zod/(mini|v4/(mini|core|locales))/',
      },
    ),
    only('domain-is-pure', 'Domain imports no SDK, clock or randomness.', '^cloudfunctions/domain/', {
      pathNot: [
        '^cloudfunctions/(domain|copy)/',
        '^src/contracts/',
        '^node_modules/(zod|canonicalize|csv-stringify|dayjs|diff|@types)/',
        '^(node:)?crypto$',
      ],
    }),
    only(
      'sdk-behind-ports',
      "CloudBase's and WeChat's SDKs are reached through platform only.",
      '^cloudfunctions/(?!platform/)',
      {
        path: '^node_modules/(@cloudbase|wx-server-sdk)/',
      },
    ),
    only(
      'functions-apart',
      'One function never imports another.',
      '^cloudfunctions/(?!domain/|platform/|copy/)([^/]+)/',
      {
        path: '^cloudfunctions/(?!domain/|platform/|copy/)[^/]+/',
        pathNot: '^cloudfunctions/$1/',
      },
    ),
    only(
      'words-know-no-taro',
      'Contracts, copy and data are values: no Taro.',
      '^src/(contracts|copy|data)/',
      {
        path: '^node_modules/@tarojs/',
      },
    ),
    only(
      'taro-behind-platform',
      "Others than platform draw with Taro's components; of its own package eslint.config.mjs lets page life through.",
      '^src/(?!platform/)',
      {
        path: '^node_modules/@tarojs/',
        pathNot: '^node_modules/@tarojs/(components|taro)/',
      },
    ),
    only('pages-are-thin', 'A page composes features; it calls nothing by itself.', '^src/pages/', {
      path: '^src/(platform/call|contracts)',
    }),
    only('ui-knows-no-feature', 'Parts of the look know no feature.', '^src/ui/', {
      path: '^src/(features|pages)/',
    }),
    only('platform-knows-no-feature', 'The platform knows no feature and no look.', '^src/platform/', {
      path: '^src/(features|pages|ui)/',
    }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.cache)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json', '.d.ts'],
    },
  },
};
