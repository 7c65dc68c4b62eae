export default definePageConfig({ navigationBarTitleText: '锁住账号' });
