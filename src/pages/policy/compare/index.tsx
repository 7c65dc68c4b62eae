export { Comparison as default } from '@/features/policy/comparison';
