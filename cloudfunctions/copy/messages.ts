import {
  requestKinds,
  requestStates,
  type RequestKind,
  type RequestState,
} from '../../src/contracts/request-vocabulary';

/** The keywords of the subscription message, by the template's names; none of them speaks of the person. */
export const requestAnswered = (kind: RequestKind, state: RequestState, day: string) => ({
  thing1: requestKinds[kind].label,
  phrase2: requestStates[state].short,
  date3: day,
  thing4: '请打开小程序，在“我的请求”里查看。',
});

/** The same template's keywords for a security incident; what happened stands in the app. */
export const incidentNotified = (day: string) => ({
  thing1: '个人信息安全通知',
  phrase2: '请您查看',
  date3: day,
  thing4: '请打开小程序，在“我的请求”里查看。',
});
