/** WeChat reads theme variables (`@name`) from theme.json; a browser cannot, so H5 gets the light colours. */
const isWeapp = process.env.TARO_ENV === 'weapp';

/** Routes, the privacy subpackage and WeChat's global switches. */
export default defineAppConfig({
  pages: ['home', 'login', 'city', 'me', 'policy'].map((page) => `pages/${page}/index`),
  subPackages: [
    {
      root: 'pages/privacy',
      name: 'privacy',
      pages: [
        'centre',
        'consents',
        'history',
        'information',
        'request',
        'requests',
        'progress',
        'deregister',
        'frozen',
      ].map((page) => `${page}/index`),
    },
  ],
  // Whoever reads the home page may go on to a right at once; the subpackage is small.
  preloadRule: { 'pages/home/index': { network: 'all', packages: ['privacy'] } },
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
  style: 'v2',
  // Taro's sliding pages on H5; a phone has WeChat's own.
  ...(isWeapp ? {} : { animation: false }),
});
