export { Login as default } from '@/features/login/login';
