/** Why a file or folder could not be read or written, by the system's code. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件或文件夹',
  ENOTDIR: '路径中间有一段是文件，不是文件夹',
  EISDIR: '这是文件夹，不是文件',
  EEXIST: '这里已经有同名的文件',
  EACCES: '没有权限',
  EPERM: '没有权限',
  EROFS: '这里只能读，不能写',
  ENOSPC: '磁盘满了',
  ENAMETOOLONG: '名字太长',
  ELOOP: '链接绕成了圈',
};

/** What any command says of a file or folder it cannot use; undefined when the code is not about files. */
export function fileSentence(code: string, path: string | undefined): string | undefined {
  const reason = reasons[code];
  const what = path === undefined ? '文件' : `“${path}”`;
  return (
    reason && `${what}读写不了：${reason}。${code === 'EEXIST' ? '请换一个名字。' : '请检查路径和权限。'}`
  );
}
