export { CityPicker as default } from '@/features/city/city-picker';
