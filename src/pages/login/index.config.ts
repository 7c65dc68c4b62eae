export default definePageConfig({ navigationBarTitleText: '注册登录' });
