/** Every page of the mini program by its route; src/app.config.ts registers the same. */
export const pages = [
  'pages/home/index',
  'pages/login/index',
  'pages/city/index',
  'pages/me/index',
  'pages/policy/index',
  'pages/policy/compare/index',
  'pages/community/feed/index',
  'pages/community/proposal/index',
  'pages/community/publish/index',
  'pages/community/mine/index',
  'pages/privacy/centre/index',
  'pages/privacy/consents/index',
  'pages/privacy/history/index',
  'pages/privacy/information/index',
  'pages/privacy/collected/index',
  'pages/privacy/recipients/index',
  'pages/privacy/request/index',
  'pages/privacy/leak/index',
  'pages/privacy/requests/index',
  'pages/privacy/progress/index',
  'pages/privacy/inbox/index',
  'pages/privacy/deregister/index',
  'pages/privacy/frozen/index',
  'pages/privacy/locked/index',
  'pages/privacy/certificate/index',
  'pages/privacy/child-rules/index',
  'pages/privacy/guardian/index',
] as const;

/** A page's route. */
export type PageName = (typeof pages)[number];
