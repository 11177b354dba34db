import Glibc

/// What one process took.
struct Measurement {
    /// Seconds from start to end.
    let wall: Double
    /// Seconds of all cores.
    let cpu: Double
    /// The most memory it had, in bytes.
    let peak: Int

    /// Runs a program to its end; nil where it is not there or fails.
    init?(_ arguments: [String]) {
        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        var process = pid_t()
        let start = Self.now()
        guard posix_spawnp(&process, arguments[0], &actions, nil, &words, environ) == 0 else { return nil }
        var status: Int32 = 0
        var usage = rusage()
        guard wait4(process, &status, 0, &usage) == process, status == 0 else { return nil }
        wall = Self.now() - start
        cpu = Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
        peak = usage.ru_maxrss << 10
    }

    static func median(_ measurements: [Measurement]) -> Measurement? {
        measurements.isEmpty ? nil : measurements.sorted { $0.cpu < $1.cpu }[measurements.count / 2]
    }

    func words(_ name: String, bytes: Int) -> String {
        func rounded(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
        let rate = Int(Double(bytes) / 1e6 / cpu)
        let memory = rounded(Double(peak) / Double(bytes))
        return "\(name): \(rate) MB/s of CPU time, \(rounded(cpu)) s CPU, \(rounded(wall)) s wall, "
            + "\(rounded(cpu / wall)) cores, peak \(peak >> 20) MiB = \(memory) x the file"
    }

    private static func seconds(_ time: timeval) -> Double {
        Double(time.tv_sec) + Double(time.tv_usec) / 1e6
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
