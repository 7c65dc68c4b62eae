import { appSwitches } from './contracts/data-map/derive/guideline';

/** WeChat reads theme variables (`@name`) from theme.json; a browser cannot, so H5 gets the light colours. */
const isWeapp = process.env.TARO_ENV === 'weapp';

/**
 * Everything but the home page is a package of its own, so that the first screen needs little; home fetches them ahead.
 */
const packages = {
  login: ['index'],
  city: ['index'],
  me: ['index'],
  policy: ['index', 'compare/index'],
  community: ['feed', 'proposal', 'publish', 'mine', 'surveys', 'survey'].map((page) => `${page}/index`),
  privacy: [
    ...['centre', 'consents', 'history', 'information', 'request', 'requests'],
    ...['progress', 'deregister', 'frozen', 'collected', 'recipients', 'certificate'],
    ...['child-rules', 'guardian', 'leak', 'inbox', 'locked'],
  ].map((page) => `${page}/index`),
};

/** Routes, packages and WeChat's global switches. */
export default defineAppConfig({
  pages: ['pages/home/index'],
  subPackages: Object.entries(packages).map(([name, pages]) => ({ root: `pages/${name}`, name, pages })),
  preloadRule: { 'pages/home/index': { network: 'all', packages: Object.keys(packages) } },
  window: {
    navigationBarTitleText: '弹性定价开源共创',
    navigationBarBackgroundColor: isWeapp ? '@navigationBarBackgroundColor' : '#ededed',
    navigationBarTextStyle: isWeapp ? '@navigationBarTextStyle' : 'black',
    backgroundColor: isWeapp ? '@backgroundColor' : '#ededed',
    backgroundTextStyle: isWeapp ? '@backgroundTextStyle' : 'dark',
  },
  darkmode: true,
  themeLocation: 'theme.json',
  sitemapLocation: 'sitemap.json',
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  // Which positions are asked for, and with which words: derived from the data map.
  ...appSwitches(),
  style: 'v2',
  // Taro's sliding pages on H5; a phone has WeChat's own.
  ...(isWeapp ? {} : { animation: false }),
});
