export default definePageConfig({ navigationBarTitleText: '第三方共享清单' });
