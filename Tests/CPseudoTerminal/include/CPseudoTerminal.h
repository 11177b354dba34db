#ifndef BULKHEAD_CPSEUDOTERMINAL_H
#define BULKHEAD_CPSEUDOTERMINAL_H

#include <sys/types.h>

/// What became of the program: the process and its status as `waitpid` gives it, -1 once it has started.
typedef struct {
    pid_t process;
    int status;
} PseudoTerminalReport;

/// Opens both ends of a new terminal, closed in programs started later; 0 or -1.
int pseudo_terminal_open(int *_Nonnull main, int *_Nonnull other);

/// Starts a program as the foreground job of a session of its own, as a shell does.
///
/// Without a leader like this the program's group is orphaned and the kernel ignores SIGTSTP. Every change of
/// the program's state is written to `reports` as a `PseudoTerminalReport`. Returns the leader, or -1.
/// `input` and `output` replace the terminal as standard input and output unless they are -1.
pid_t pseudo_terminal_spawn(const char *_Nonnull path, char *_Nullable const *_Nonnull arguments,
                            char *_Nullable const *_Nonnull environment, int terminal, int input, int output,
                            int reports);

/// Whether a status says exited, killed or stopped, and with what; each -1 if not.
int pseudo_terminal_exit_status(int status);
int pseudo_terminal_killing_signal(int status);
int pseudo_terminal_stopping_signal(int status);

#endif
