/** WeChat draws the navigation bar itself; nav-bar.h5.tsx stands in for it in a browser. */
export function NavBar() {
  return null;
}
