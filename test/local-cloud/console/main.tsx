import { createRoot } from 'react-dom/client';
import { Console } from './console';
import '../page-kit/page-kit.css';
import './console.css';

const root = document.getElementById('root');
if (root) createRoot(root).render(<Console />);
