export default definePageConfig({ navigationBarTitleText: '弹性定价开源共创', enableShareAppMessage: true });
