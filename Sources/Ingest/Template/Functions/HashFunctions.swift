/// Functions that make names: the same arguments give the same name, here as in Azure.
enum HashFunctions {
    static let all: [TemplateFunction] = [
        TemplateFunction("uniqueString", 1...Int(Int16.max)) { arguments throws(TemplateFault) in
            .string(uniqueString(try joined(arguments)))
        },
        TemplateFunction("guid", 1...Int(Int16.max)) { arguments throws(TemplateFault) in
            .string(guid(try joined(arguments)))
        },
        TemplateFunction("newGuid", 0...0) { $0.symbolic(.runTime) },
    ]

    private static func joined(_ arguments: Arguments) throws(TemplateFault) -> String {
        var parts: [String] = []
        for index in 0..<arguments.count { parts.append(try arguments.text(index)) }
        return parts.joined(separator: "-")
    }

    /// 13 characters of a 64-bit hash, five bits each.
    static func uniqueString(_ text: String) -> String {
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
        var hash = Murmur64.hash(Array(text.utf8))
        var characters: [UInt8] = []
        for _ in 0..<13 {
            characters.append(alphabet[Int(hash >> 59)])
            hash <<= 5
        }
        return String(decoding: characters, as: UTF8.self)
    }

    /// A UUID of version 5 in Azure's own namespace.
    static func guid(_ text: String) -> String {
        let namespace: [UInt8] = [
            0x11, 0xFB, 0x06, 0xFB, 0x71, 0x2D, 0x4D, 0xDD, 0x98, 0xC7, 0xE7, 0x1B, 0xBD, 0x58, 0x88, 0x30,
        ]
        var bytes = Array(SHA1.hash(namespace + Array(text.utf8)).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x50
        bytes[8] = bytes[8] & 0x3F | 0x80
        var guid = ""
        for (place, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(place) { guid += "-" }
            guid += byte < 16 ? "0" : ""
            guid += String(byte, radix: 16)
        }
        return guid
    }
}

/// The 64-bit variant of MurmurHash that Azure uses for `uniqueString`: two lanes of 32 bits.
enum Murmur64 {
    static func hash(_ bytes: [UInt8]) -> UInt64 {
        let (c1, c2): (UInt32, UInt32) = (0x239B_961B, 0xAB0E_9789)
        var (h1, h2): (UInt32, UInt32) = (0, 0)
        var index = 0
        while bytes.count - index >= 8 {
            h1 ^= turn(word(bytes, index, 4) &* c1, 15) &* c2
            h1 = (turn(h1, 19) &+ h2) &* 5 &+ 0x561C_CD1B
            h2 ^= turn(word(bytes, index + 4, 4) &* c2, 17) &* c1
            h2 = (turn(h2, 13) &+ h1) &* 5 &+ 0x0BCA_A747
            index += 8
        }
        let rest = bytes.count - index
        if rest > 0 { h1 ^= turn(word(bytes, index, min(4, rest)) &* c1, 15) &* c2 }
        if rest > 4 { h2 ^= turn(word(bytes, index + 4, rest - 4) &* c2, 17) &* c1 }
        h1 ^= UInt32(truncatingIfNeeded: bytes.count)
        h2 ^= UInt32(truncatingIfNeeded: bytes.count)
        h1 &+= h2
        h2 &+= h1
        h1 = mixed(h1)
        h2 = mixed(h2)
        h1 &+= h2
        h2 &+= h1
        return UInt64(h2) << 32 | UInt64(h1)
    }

    private static func word(_ bytes: [UInt8], _ start: Int, _ count: Int) -> UInt32 {
        (0..<count).reduce(0) { $0 | UInt32(bytes[start + $1]) << (8 * UInt32($1)) }
    }

    private static func turn(_ value: UInt32, _ count: UInt32) -> UInt32 {
        value << count | value >> (32 - count)
    }

    private static func mixed(_ value: UInt32) -> UInt32 {
        var value = value
        value = (value ^ value >> 16) &* 0x85EB_CA6B
        value = (value ^ value >> 13) &* 0xC2B2_AE35
        return value ^ value >> 16
    }
}

/// SHA-1, for the names of `guid`; not for anything that has to be secret.
enum SHA1 {
    static func hash(_ message: [UInt8]) -> [UInt8] {
        var bytes = message + [0x80]
        while bytes.count % 64 != 56 { bytes.append(0) }
        let length = UInt64(message.count) &* 8
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: length >> UInt64(shift)))
        }
        var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
        for start in stride(from: 0, to: bytes.count, by: 64) {
            digest(bytes[start..<start + 64], into: &state)
        }
        return state.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) } }
    }

    private static func digest(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
        var words = stride(from: block.startIndex, to: block.endIndex, by: 4).map { place in
            (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(block[place + $1]) }
        }
        for place in 16..<80 {
            words.append(turn(words[place - 3] ^ words[place - 8] ^ words[place - 14] ^ words[place - 16], 1))
        }
        var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
        for (place, word) in words.enumerated() {
            let (mix, constant): (UInt32, UInt32) =
                switch place {
                case 0..<20: (b & c | ~b & d, 0x5A82_7999)
                case 20..<40: (b ^ c ^ d, 0x6ED9_EBA1)
                case 40..<60: (b & c | b & d | c & d, 0x8F1B_BCDC)
                default: (b ^ c ^ d, 0xCA62_C1D6)
                }
            let next = turn(a, 5) &+ mix &+ e &+ constant &+ word
            (e, d, c, b, a) = (d, c, turn(b, 30), a, next)
        }
        for (place, word) in [a, b, c, d, e].enumerated() { state[place] &+= word }
    }

    private static func turn(_ value: UInt32, _ count: UInt32) -> UInt32 {
        value << count | value >> (32 - count)
    }
}
