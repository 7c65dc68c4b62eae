export default definePageConfig({ navigationBarTitleText: '注册或登录' });
