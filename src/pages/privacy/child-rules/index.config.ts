export default definePageConfig({ navigationBarTitleText: '给孩子的规则' });
