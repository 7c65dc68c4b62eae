export default definePageConfig({ navigationBarTitleText: '对比两个版本' });
