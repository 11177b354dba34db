/// Takes the rows of an export one by one, as text.
struct RowSink {
    private(set) var count = 0
    private var buffer: [UInt8] = []
    private let put: ([UInt8]) -> Void

    init(_ put: @escaping ([UInt8]) -> Void) {
        self.put = put
        buffer = Array("{\"data\":[\n".utf8)
    }

    /// Adds a resource by its id below the group, the members of its properties, and members beside them, each with its
    /// comma behind.
    mutating func add(_ scope: EstateScope, _ path: String, _ properties: String, outer: String = "") {
        let parts = path.split(separator: "/")
        let words = parts.dropFirst().enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
        let type = ([String(parts.first ?? "")] + words.map(String.init)).joined(separator: "/").lowercased()
        let name = parts.last ?? ""
        if count > 0 { buffer += Array(",\n".utf8) }
        buffer += Array(
            """
            {"id":"\(scope.id(path))","name":"\(name)","type":"\(type)","location":"\(scope.region)",\
            "resourceGroup":"\(scope.group)","subscriptionId":"\(scope.subscription)",\(outer)\
            "properties":{\(properties)}}
            """.utf8
        )
        count += 1
        if buffer.count > 1 << 20 { flush() }
    }

    mutating func finish() {
        buffer += Array("\n]}\n".utf8)
        flush()
    }

    private mutating func flush() {
        put(buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}

/// The resource group in which resources stand.
struct EstateScope {
    let subscription: String
    let group: String
    let region: String

    init(region number: Int, spoke: Int) {
        let digits = String(number * 100 + spoke, radix: 16)
        let padded = String(repeating: "0", count: max(0, 12 - digits.count)) + digits
        subscription = "5ead0000-0000-4000-8000-\(padded)"
        group = spoke == 0 ? "rg-hub-\(number)" : "rg-spoke-\(number)-\(spoke)"
        region = ["westeurope", "northeurope", "swedencentral", "germanywestcentral"][number % 4]
    }

    func id(_ path: String) -> String {
        "/subscriptions/\(subscription)/resourceGroups/\(group)/providers/\(path)"
    }

    /// A reference to a resource here.
    func link(_ path: String) -> String { "{\"id\":\"\(id(path))\"}" }
}

/// Blocks of addresses in dotted text.
enum Dotted {
    static func address(_ number: UInt32) -> String {
        [24, 16, 8, 0].map { String((number >> $0) & 0xFF) }.joined(separator: ".")
    }

    static func prefix(_ first: UInt32, bits: Int) -> String { "\(address(first))/\(32 - bits)" }
}
