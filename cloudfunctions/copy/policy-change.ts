import { changeKinds } from '../../src/contracts/policy-change';
import type { ChangeFact, FactName } from '../domain/policy/change';

const limit = (code = ''): string =>
  code
    .split('/')
    .map((part) => part.replace(/^(\d+)w$/, '$1 个工作日').replace(/^(\d+)d$/, '$1 天'))
    .join('并且 ');
const bare = (text = ''): string => text.replace(/。$/, '');
const fromTo = ({ from, to }: ChangeFact) => `从「${bare(from)}」改成「${bare(to)}」`;
const contacts: Readonly<Record<string, string>> = {
  department: '负责部门',
  email: '联系邮箱',
  office: '办公地址',
  registeredAt: '注册地址',
};

/** What each fact says to people, without the full stop. */
const sentences: Record<FactName, (fact: ChangeFact) => string> = {
  'purpose-on-consent-added': ({ about }) => `新增要您同意的用途「${about}」`,
  'purpose-added': ({ about }) => `新增用途「${about}」`,
  'purpose-removed': ({ about }) => `取消用途「${about}」`,
  'purpose-changed': (fact) => `用途「${fact.about}」的说明${fromTo(fact)}`,
  'purpose-no-longer-chosen': ({ about }) => `用途「${about}」不再由您选择`,
  'field-added': ({ about }) => `新收集或产生「${about}」`,
  'field-removed': ({ about }) => `不再收集「${about}」`,
  'field-for-other-purpose': (fact) => `「${fact.about}」的用途${fromTo(fact)}`,
  'field-without-consent': (fact) => `「${fact.about}」的依据${fromTo(fact)}`,
  'field-on-other-basis': (fact) => `「${fact.about}」的依据${fromTo(fact)}`,
  'field-from-elsewhere': (fact) => `「${fact.about}」的来源${fromTo(fact)}`,
  'field-kept-longer': (fact) => `「${fact.about}」放得更久，${fromTo(fact)}`,
  'field-kept-shorter': (fact) => `「${fact.about}」放的时间缩短，${fromTo(fact)}`,
  'field-less-protected': ({ about }) => `「${about}」存放的保护变弱`,
  'field-better-protected': ({ about }) => `「${about}」存放的保护变强`,
  'on-device-added': ({ about }) => `手机里新存「${about}」`,
  'on-device-removed': ({ about }) => `手机里不再存「${about}」`,
  'field-harder-to-see': ({ about }) => `「${about}」您能看到的变少`,
  'field-easier-to-see': ({ about }) => `「${about}」您能看到的变多`,
  'field-harder-to-correct': ({ about }) => `「${about}」改正起来更难`,
  'field-easier-to-correct': ({ about }) => `「${about}」改正起来更容易`,
  'field-outlives-erasure': ({ about }) => `注销以后还要保留「${about}」`,
  'field-erased-at-last': ({ about }) => `注销以后不再保留「${about}」`,
  'recipient-on-consent-added': ({ about }) => `新增接收方「${about}」，要您单独同意才会提供`,
  'processor-added': ({ about }) => `新增替我们处理信息的「${about}」`,
  'recipient-removed': ({ about }) => `不再向「${about}」提供信息`,
  'recipient-is-other': ({ about }) => `接收方换成了「${about}」`,
  'recipient-for-other-purpose': (fact) => `「${fact.about}」的用途${fromTo(fact)}`,
  'recipient-gets-more': ({ about, to = '' }) => `「${about}」多拿到：${to}`,
  'recipient-gets-less': ({ about, to = '' }) => `「${about}」不再拿到：${to}`,
  'recipient-contact': (fact) => `「${fact.about}」的联系方式${fromTo(fact)}`,
  'request-kind-removed': ({ about }) => `不能再提「${about}」`,
  'request-kind-added': ({ about }) => `可以提「${about}」`,
  'answer-later': ({ about, from, to }) => `「${about}」的答复期限从 ${limit(from)}延长到 ${limit(to)}`,
  'answer-sooner': ({ about, from, to }) => `「${about}」的答复期限从 ${limit(from)}缩短到 ${limit(to)}`,
  'refusal-added': ({ about }) => `新增可以不办的情况：${about}`,
  'refusal-removed': ({ about }) => `取消可以不办的情况：${about}`,
  'exception-added': ({ about }) => `新增不必同意的情况：${about}`,
  'exception-removed': ({ about }) => `取消不必同意的情况：${about}`,
  'cooling-off-longer': ({ from = '', to = '' }) => `注销的反悔期最长从 ${from} 个工作日变成 ${to} 个工作日`,
  'cooling-off-shorter': ({ from = '', to = '' }) => `注销的反悔期最长从 ${from} 个工作日变成 ${to} 个工作日`,
  'right-section-removed': ({ about }) => `删去了「${about}」这一节`,
  'right-case-removed': ({ about }) => `删去了一种情况：${bare(about)}`,
  'controller-renamed': (fact) => `公司名称${fromTo(fact)}`,
  ownership: ({ about }) => bare(about),
  contact: (fact) => `${contacts[fact.about] ?? fact.about}${fromTo(fact)}`,
  impact: ({ about }) => bare(about),
};

/** What a change asks of a person: nothing, or to agree anew, by whether its version counts by now. */
const agreement = {
  nothing: '您不用做什么，这里告诉您一声。',
  past: '同意过更早版本的人要重新同意；在同意之前，仍然按旧的办。',
  'in-force': '要您重新同意；在您同意之前，对您仍然按旧的办。',
  announced: '生效以后会请您重新同意，现在不用做什么；在您同意之前，对您仍然按旧的办。',
} as const;

/** What people are told of a change of the policy. */
export const policyChangeCopy = {
  fact: (fact: ChangeFact) => `${sentences[fact.fact](fact)}。`,
  nothing: '只改了文字，做法没有变。您不用做什么。',
  same: '文字和做法都没有变。',
  summary: (kinds: readonly (keyof typeof changeKinds)[], asked: keyof typeof agreement) =>
    `${kinds.map((kind) => changeKinds[kind]).join('；')}。${agreement[asked]}`,
  unknownToGuest: '有了新版本，这里告诉您一声。',
  unknownSince:
    '您同意过的版本没有存档，没有办法对比。请把新版本读一遍再决定；在您同意之前，对您仍然按旧的办。',
} as const;
