export { Reader as default } from '@/features/policy/reader';
