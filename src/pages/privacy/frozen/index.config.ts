export default definePageConfig({ navigationBarTitleText: '账号注销中' });
