/* Preloaded into a program, this makes one of its calls to the file system fail, or kills it there.

   INJECT_UNDER  folder whose files count
   INJECT_LOG    file to which each counted call is added, as "NAME PATH"
   INJECT_AT     number of the call to fail, from 1; none where it is unset
   INJECT_ERRNO  error number; 0 kills the program instead */

#define _GNU_SOURCE
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

static int is_counted(const char *path)
{
    const char *folder = getenv("INJECT_UNDER");
    return folder && path && strncmp(path, folder, strlen(folder)) == 0;
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

/* 1 where this call must fail, with errno set. */
static int fails(const char *name, const char *path)
{
    int kept = errno;
    if (!is_counted(path))
        return 0;
    count++;
    note(name, path);
    const char *at = getenv("INJECT_AT"), *number = getenv("INJECT_ERRNO");
    errno = kept;
    if (!at || !number || count != atoi(at))
        return 0;
    if (atoi(number) == 0)
        syscall(SYS_kill, getpid(), SIGKILL);
    errno = atoi(number);
    return 1;
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
    return fails(name, path);
}

/* The path of a file in an open folder, as `unlinkat` and `openat` name it. */
static const char *in_folder(int folder, const char *path, char *whole, size_t size)
{
    char link[64];
    int kept = errno;
    if (folder == AT_FDCWD || path[0] == '/')
        return path;
    snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
    long length = syscall(SYS_readlinkat, AT_FDCWD, link, whole, size / 2);
    errno = kept;
    if (length < 0)
        return path;
    snprintf(whole + length, size - length, "/%s", path);
    return whole;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define BY_PATH(name, kind, result, parameters, path, arguments) \
    result name parameters { return fails(kind, path) ? -1 : REAL(name) arguments; }
#define BY_FILE(name, kind, result, parameters, arguments) \
    result name parameters { return fails_open_file(kind, descriptor) ? -1 : REAL(name) arguments; }
#define OPEN(name, first, call) \
    int name(first const char *path, int flags, ...) \
    { \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
        va_end(rest); \
        return fails(flags & O_CREAT ? "create" : "open", path) ? -1 : REAL(name) call; \
    }
#define NOTHING
#define FOLDER int folder,

OPEN(open, NOTHING, (path, flags, mode))
OPEN(open64, NOTHING, (path, flags, mode))
OPEN(openat, FOLDER, (folder, path, flags, mode))
OPEN(openat64, FOLDER, (folder, path, flags, mode))
BY_FILE(read, "read", ssize_t, (int descriptor, void *data, size_t size), (descriptor, data, size))
BY_FILE(pread64, "read", ssize_t, (int descriptor, void *data, size_t size, off64_t at), (descriptor, data, size, at))
BY_FILE(write, "write", ssize_t, (int descriptor, const void *data, size_t size), (descriptor, data, size))
BY_FILE(pwrite64, "write", ssize_t, (int descriptor, const void *data, size_t size, off64_t at),
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

int renameat2(int folder, const char *path, int other, const char *to, unsigned int flags)
{
    return fails("rename", path) ? -1 : REAL(renameat2)(folder, path, other, to, flags);
}

int unlinkat(int folder, const char *path, int flags)
{
    char whole[8192];
    if (fails("unlink", in_folder(folder, path, whole, sizeof whole)))
        return -1;
    return REAL(unlinkat)(folder, path, flags);
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
