import { appSwitches, guidelineLines } from '../../src/contracts/data-map/derive/guideline';
import { functions } from '../functions';

/** What stands in WeChat's and CloudBase's own pages, where no call of ours reaches; derived from what is built. */
export const byHand = (): string[] => {
  const switches = appSwitches();
  const openapi = [
    ...new Set(Object.values(functions).flatMap(({ permissions }) => permissions.openapi)),
  ].sort();
  return [
    `mp.weixin.qq.com，设置，服务内容声明，用户隐私保护指引：照 npm run guideline 的字填 ${String(guidelineLines().length)} 项，没有声明的接口微信会关掉。`,
    `mp.weixin.qq.com，开发管理，接口设置：开通 ${(switches.requiredPrivateInfos ?? []).join('、') || '（没有用到位置接口）'}。`,
    `微信开发者工具上传每个云函数一次，让微信认它的云调用权限：${openapi.join('、')}。传完再运行一次 apply，代码以它为准。`,
    '云开发控制台，设置，消息推送：把 user_authorization_revoke、user_authorization_cancellation、wxa_media_check 推给云函数 wechat-events。',
    '云开发控制台，云存储：给文件夹 checks/ 设一天的生命周期。',
    '云后台：导入 config/console 里的 review_queue.json 和 staff_decisions.json，给经办人读前一个、新建后一个的权限。',
    'mp.weixin.qq.com，订阅消息：选一个带 thing1、phrase2、date3、thing4 的模板，编号写进 SUBSCRIBE_TEMPLATE_ID，构建小程序时也要给。',
    '小程序只经过微信的云通道，不用填服务器域名。',
  ];
};

/** What no stand-in can show, each with what will. */
export const onlyThere = (): string[] => [
  '索引真的建成：npm run cloud -- verify 会逐个集合核对。',
  '用手机号登录、内容安全检查、订阅消息：用一部手机走一遍注册、发布、注销。',
  '注销后什么都没有留下：冷静期过后运行 npm run verify -- ledger --env 环境编号，再查那份注销证明。',
];
