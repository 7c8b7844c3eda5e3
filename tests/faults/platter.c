/* What a power cut would leave: at every fsync of a database file, its content is copied to a folder of its own.
   Loaded by LD_PRELOAD. AISKIAI_TEST_PLATTER names the folder, AISKIAI_TEST_SYNC_DELAY the microseconds that an
   fsync takes longer; without them nothing happens. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void keep(int fd) {
  const char *folder = getenv("AISKIAI_TEST_PLATTER");
  char link[64], path[4096], kept[4200], part[4300], buffer[65536];
  if (!folder) return;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return;
  path[length] = 0;
  const char *name = strrchr(path, '/');
  if (!name || !strstr(name, ".db")) return;
  snprintf(kept, sizeof kept, "%s%s", folder, name);
  snprintf(part, sizeof part, "%s.%d", kept, (int)getpid());
  int out = open(part, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  off_t at = 0;
  for (ssize_t got; (got = pread(fd, buffer, sizeof buffer, at)) > 0; at += got)
    if (write(out, buffer, got) != got) break;
  close(out);
  rename(part, kept);
}

static int synced(const char *name, int fd) {
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  const char *delay = getenv("AISKIAI_TEST_SYNC_DELAY");
  if (delay) usleep((useconds_t)atoi(delay));
  int outcome = real(fd);
  if (!outcome) keep(fd);
  return outcome;
}

int fsync(int fd) { return synced("fsync", fd); }
int fdatasync(int fd) { return synced("fdatasync", fd); }
