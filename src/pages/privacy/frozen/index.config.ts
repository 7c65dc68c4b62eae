export default definePageConfig({ navigationBarTitleText: '账号状态' });
