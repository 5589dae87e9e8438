/* Preloaded into a program, this makes one of its calls to the file system fail, or kills it there.

   INJECT_UNDER  folder whose files count
   INJECT_LOG    file to which each counted call is added, as "NAME PATH"
   INJECT_AT     number of the call to fail, from 1; none where it is unset
   INJECT_ERRNO  error number; a negative one fails all later calls of the same name too, 0 kills the program instead,
                 and SHORT writes only half of the data, which is no error */

#define SHORT 1000

#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static int count;
static const char *failing; /* the name of the calls that fail from now on */

static int is_counted(const char *path)
{
    const char *folder = getenv("INJECT_UNDER");
    return folder && strncmp(path, folder, strlen(folder)) == 0;
}

static void note(const char *name, const char *path)
{
    const char *log = getenv("INJECT_LOG");
    if (!log)
        return;
    char line[5000];
    int size = snprintf(line, sizeof line, "%s %s\n", name, path);
    long descriptor = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (descriptor >= 0) {
        syscall(SYS_write, descriptor, line, size);
        syscall(SYS_close, descriptor);
    }
}

/* What happens to a call to an absolute path: 0 nothing, 1 it must fail, with errno set, SHORT. */
static int fails_absolute(const char *name, const char *path)
{
    int kept = errno;
    if (!is_counted(path))
        return 0;
    count++;
    note(name, path);
    const char *at = getenv("INJECT_AT"), *told = getenv("INJECT_ERRNO");
    errno = kept;
    if (!at || !told)
        return 0;
    int number = atoi(told);
    if (count == atoi(at)) {
        if (number == 0)
            syscall(SYS_kill, getpid(), SIGKILL);
        if (number == SHORT)
            return SHORT;
        if (number < 0)
            failing = name;
    } else if (!failing || strcmp(name, failing) != 0)
        return 0;
    errno = abs(number);
    return 1;
}

/* The path of a file in an open folder, as `unlinkat` and `openat` name it, or in the current one. */
static const char *in_folder(int folder, const char *path, char *whole, size_t size)
{
    char link[64] = "/proc/self/cwd";
    int kept = errno;
    if (path[0] == '/')
        return path;
    if (folder != AT_FDCWD)
        snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
    long length = syscall(SYS_readlinkat, AT_FDCWD, link, whole, size / 2);
    errno = kept;
    if (length < 0)
        return path;
    snprintf(whole + length, size - length, "/%s", path);
    return whole;
}

static int fails_in(const char *name, int folder, const char *path)
{
    char whole[8192];
    return path && fails_absolute(name, in_folder(folder, path, whole, sizeof whole));
}

static int fails(const char *name, const char *path)
{
    return fails_in(name, AT_FDCWD, path);
}

static int fails_open_file(const char *name, int descriptor)
{
    char link[64], path[4096];
    int kept = errno;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    long size = syscall(SYS_readlinkat, AT_FDCWD, link, path, sizeof path - 1);
    errno = kept;
    if (size < 0)
        return 0;
    path[size] = 0;
    return fails_absolute(name, path);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define BY_PATH(name, kind, result, parameters, path, arguments) \
    result name parameters { return fails(kind, path) ? -1 : REAL(name) arguments; }
#define BY_FILE(name, kind, result, parameters, arguments) \
    result name parameters { return fails_open_file(kind, descriptor) ? -1 : REAL(name) arguments; }
#define WRITE(name, parameters, half, whole) \
    ssize_t name parameters { \
        int how = fails_open_file("write", descriptor); \
        if (how == SHORT && size > 1) \
            return REAL(name) half; \
        return how == 1 ? -1 : REAL(name) whole; \
    }
#define OPEN(name, first, folder, call) \
    int name(first const char *path, int flags, ...) \
    { \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
        va_end(rest); \
        return fails_in(flags & O_CREAT ? "create" : "open", folder, path) ? -1 : REAL(name) call; \
    }
#define NOTHING
#define FOLDER int folder,

OPEN(open, NOTHING, AT_FDCWD, (path, flags, mode))
OPEN(open64, NOTHING, AT_FDCWD, (path, flags, mode))
OPEN(openat, FOLDER, folder, (folder, path, flags, mode))
OPEN(openat64, FOLDER, folder, (folder, path, flags, mode))
BY_FILE(read, "read", ssize_t, (int descriptor, void *data, size_t size), (descriptor, data, size))
BY_FILE(pread64, "read", ssize_t, (int descriptor, void *data, size_t size, off64_t at), (descriptor, data, size, at))
WRITE(write, (int descriptor, const void *data, size_t size), (descriptor, data, size / 2), (descriptor, data, size))
WRITE(pwrite64, (int descriptor, const void *data, size_t size, off64_t at), (descriptor, data, size / 2, at),
      (descriptor, data, size, at))
BY_FILE(fsync, "fsync", int, (int descriptor), (descriptor))
BY_FILE(fdatasync, "fsync", int, (int descriptor), (descriptor))
BY_FILE(flock, "flock", int, (int descriptor, int how), (descriptor, how))
BY_PATH(rename, "rename", int, (const char *path, const char *to), path, (path, to))
BY_PATH(link, "link", int, (const char *path, const char *to), path, (path, to))
BY_PATH(unlink, "unlink", int, (const char *path), path, (path))
BY_PATH(rmdir, "unlink", int, (const char *path), path, (path))
BY_PATH(mkdir, "mkdir", int, (const char *path, mode_t mode), path, (path, mode))
BY_PATH(chmod, "chmod", int, (const char *path, mode_t mode), path, (path, mode))
BY_PATH(utimensat, "utimens", int, (int folder, const char *path, const struct timespec times[2], int flags), path,
        (folder, path, times, flags))

BY_PATH(stat, "stat", int, (const char *path, struct stat *status), path, (path, status))
BY_PATH(stat64, "stat", int, (const char *path, struct stat64 *status), path, (path, status))
BY_PATH(lstat, "stat", int, (const char *path, struct stat *status), path, (path, status))
BY_PATH(lstat64, "stat", int, (const char *path, struct stat64 *status), path, (path, status))
BY_FILE(fstat, "stat", int, (int descriptor, struct stat *status), (descriptor, status))
BY_FILE(fstat64, "stat", int, (int descriptor, struct stat64 *status), (descriptor, status))
BY_FILE(ftruncate, "truncate", int, (int descriptor, off_t size), (descriptor, size))
BY_FILE(ftruncate64, "truncate", int, (int descriptor, off64_t size), (descriptor, size))
BY_PATH(chown, "chown", int, (const char *path, uid_t user, gid_t group), path, (path, user, group))

DIR *opendir(const char *path)
{
    return fails("scan", path) ? NULL : REAL(opendir)(path);
}

int renameat2(int folder, const char *path, int other, const char *to, unsigned int flags)
{
    return fails_in("rename", folder, path) ? -1 : REAL(renameat2)(folder, path, other, to, flags);
}

int unlinkat(int folder, const char *path, int flags)
{
    return fails_in("unlink", folder, path) ? -1 : REAL(unlinkat)(folder, path, flags);
}

int close(int descriptor)
{
    int is_failing = fails_open_file("close", descriptor), kept = errno;
    int result = REAL(close)(descriptor);
    if (is_failing) { /* as the system does it: the descriptor is gone, and then there is an error */
        errno = kept;
        return -1;
    }
    return result;
}
