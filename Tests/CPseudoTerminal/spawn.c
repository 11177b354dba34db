// The parent may have many threads, so only calls that a signal handler may make are used after each fork.
#define _GNU_SOURCE
#include "CPseudoTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

int pseudo_terminal_open(int *main, int *other) {
    char name[64];
    *main = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (*main < 0) return -1;
    if (grantpt(*main) || unlockpt(*main) || ptsname_r(*main, name, sizeof name)) return -1;
    *other = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
    return *other < 0 ? -1 : 0;
}

static void run(const char *path, char *const *arguments, char *const *environment, int terminal, int input,
                int output) {
    setpgid(0, 0);
    signal(SIGTTOU, SIG_IGN);
    tcsetpgrp(terminal, getpid());
    for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    dup2(input >= 0 ? input : terminal, 0);
    dup2(output >= 0 ? output : terminal, 1);
    dup2(terminal, 2);
    for (int descriptor = 3; descriptor < 1024; descriptor++) close(descriptor);
    execve(path, arguments, environment);
    _exit(127);
}

static void lead(pid_t child, int terminal, int reports) {
    setpgid(child, child);
    tcsetpgrp(terminal, child);
    PseudoTerminalReport report = {child, -1};
    write(reports, &report, sizeof report);
    while (1) {
        int status = 0;
        pid_t changed = waitpid(child, &status, WUNTRACED);
        if (changed < 0 && errno == EINTR) continue;
        if (changed != child) _exit(1);
        report.status = status;
        write(reports, &report, sizeof report);
        if (!WIFSTOPPED(status)) _exit(0);
    }
}

pid_t pseudo_terminal_spawn(const char *path, char *const *arguments, char *const *environment, int terminal,
                            int input, int output, int reports) {
    pid_t leader = fork();
    if (leader != 0) return leader;
    setsid();
    ioctl(terminal, TIOCSCTTY, 0);
    for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
    // The leader outlives everything that its job may be sent.
    int ignored[] = {SIGTTOU, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGPIPE};
    for (unsigned index = 0; index < sizeof ignored / sizeof *ignored; index++) signal(ignored[index], SIG_IGN);
    // Nothing else that is open may be kept open by it.
    for (int descriptor = 0; descriptor < 1024; descriptor++) {
        if (descriptor != terminal && descriptor != input && descriptor != output && descriptor != reports) {
            close(descriptor);
        }
    }
    pid_t child = fork();
    if (child == 0) run(path, arguments, environment, terminal, input, output);
    if (child < 0) _exit(1);
    if (input >= 0) close(input);
    if (output >= 0) close(output);
    lead(child, terminal, reports);
    _exit(0);
}

int pseudo_terminal_exit_status(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : -1; }
int pseudo_terminal_killing_signal(int status) { return WIFSIGNALED(status) ? WTERMSIG(status) : -1; }
int pseudo_terminal_stopping_signal(int status) { return WIFSTOPPED(status) ? WSTOPSIG(status) : -1; }
