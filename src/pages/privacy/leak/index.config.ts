export default definePageConfig({ navigationBarTitleText: '举报泄露' });
