export default definePageConfig({ navigationBarTitleText: '我是监护人' });
