// swift-tools-version: 6.2
import PackageDescription

/// One list of settings for every Swift target: the strictest the compiler offers.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// What keeps a release small: one copy of equal code, no table of symbols for others to link with, no tables for
/// exceptions, which nothing here throws.
let smallLinking: [LinkerSetting] = [
    .unsafeFlags(
        ["-use-ld=lld", "-Xclang-linker", "-no-pie"]
            + [
                "--icf=all", "--no-export-dynamic", "--exclude-libs=ALL", "--no-eh-frame-hdr",
                "\(Context.packageDirectory)/Sources/bulkhead/release.ld",
            ].flatMap { ["-Xlinker", $0] },
        .when(configuration: .release)
    )
]

/// A room of the house: a target and the rooms it may import.
func room(_ name: String, imports dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The tests of a room.
func tests(_ name: String, imports dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
    name: "bulkhead",
    products: [.executable(name: "bulkhead", targets: ["bulkhead"])],
    targets: [
        // What is not Swift: the terminal library and the files compiled in.
        .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
        .target(name: "CEmbedded", exclude: ["reference", "samples", "themes"]),

        // The estate and what is asked of it.
        room("JSON"),
        room("TOML"),
        room("Topology", imports: ["JSON"]),
        room("Files"),
        room("Ingest", imports: ["CEmbedded", "Files", "JSON", "Topology"]),
        room("Reachability", imports: ["JSON", "Topology"]),
        room("Rules", imports: ["JSON", "TOML", "Topology", "Reachability"]),
        room("Review", imports: ["Files", "TOML", "JSON", "Topology", "Reachability", "Rules"]),
        room("Reports", imports: ["JSON", "Topology", "Ingest", "Reachability", "Rules", "Review"]),
        room("Samples", imports: ["CEmbedded"]),

        // The screen.
        room("Canvas", imports: ["CEmbedded", "TOML"]),
        room("Terminal", imports: ["Canvas", "CNcurses"]),
        room("Explorer", imports: ["Canvas", "JSON", "Topology", "Reachability", "Rules", "Review"]),

        // The program.
        room("Arguments"),
        .executableTarget(
            name: "bulkhead",
            dependencies: [
                "Arguments", "Files", "JSON", "TOML", "Topology", "Ingest", "Reachability", "Rules", "Review",
                "Reports",
                "Samples", "Canvas", "Terminal", "Explorer",
            ],
            exclude: ["release.ld"],
            swiftSettings: settings,
            linkerSettings: smallLinking
        ),

        // What the tests run, and the tests.
        .executableTarget(
            name: "TerminalProbe",
            dependencies: ["Canvas", "Terminal"],
            path: "Tests/TerminalProbe",
            swiftSettings: settings
        ),
        .systemLibrary(name: "CVTerm", path: "Tests/CVTerm", providers: [.apt(["libvterm-dev"])]),
        .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
        // Not a plain target, so that only the tests need the emulator's library.
        tests("TestSupport", imports: ["Canvas", "CVTerm", "CPseudoTerminal"]),
        tests("TerminalTests", imports: ["Canvas", "Terminal", "TerminalProbe", "TestSupport"]),
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "JSON", "Topology", "Ingest", "Reachability", "Rules", "Review", "Samples", "Canvas",
                "Explorer",
                "EstateSupport",
            ],
            path: "Tests/Benchmarks",
            exclude: ["peers.py"],
            swiftSettings: settings
        ),
        tests("ArgumentsTests", imports: ["Arguments"]),
        tests("CanvasTests", imports: ["Canvas"]),
        tests("FilesTests", imports: ["Files"]),
        tests("JSONTests", imports: ["JSON"]),
        tests("TOMLTests", imports: ["TOML"]),
        tests("IngestTests", imports: ["CEmbedded", "JSON", "Topology", "Ingest"]),
        .testTarget(
            name: "ReachabilityTests",
            dependencies: ["JSON", "Topology", "Ingest", "Reachability", "EstateSupport"],
            exclude: ["Worlds"],
            swiftSettings: settings
        ),
        .target(
            name: "EstateSupport",
            dependencies: ["JSON", "Topology"],
            path: "Tests/EstateSupport",
            swiftSettings: settings
        ),
        tests("TopologyTests", imports: ["JSON", "Topology", "EstateSupport"]),
        tests("RulesTests", imports: ["JSON", "Topology", "Rules"]),
        .testTarget(
            name: "ExplorerTests",
            dependencies: ["Explorer", "Canvas", "JSON", "Topology", "Ingest", "Rules", "Review", "Samples"],
            exclude: ["Frames"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "CommandTests",
            dependencies: ["bulkhead", "CPseudoTerminal"],
            exclude: ["Golden"],
            swiftSettings: settings
        ),
        tests("ReviewTests", imports: ["JSON", "Topology", "Ingest", "Rules", "Review", "Samples"]),
        tests("SamplesTests", imports: ["Samples", "Ingest", "Topology", "Rules"]),
    ],
    swiftLanguageModes: [.v6]
)
