import Testing
import Topology

@Suite struct PortTests {
    @Test(arguments: [
        ("*", 0, 65535), ("Any", 0, 65535), ("80", 80, 80), ("0-65535", 0, 65535), ("8000-8100", 8000, 8100),
        ("65535", 65535, 65535), ("22 - 23", 22, 23),
    ])
    func portsAreRead(_ text: String, _ first: UInt16, _ last: UInt16) {
        #expect(PortTerm(text).range == PortRange(first, last))
        #expect(PortTerm(text).text == text)
    }

    @Test(arguments: [
        "", "-", "80-", "-80", "65536", "80-70", "1-2-3", "http", "80,443", "99999999999999999999", "８０",
    ])
    func otherTextStaysVisible(_ text: String) {
        #expect(PortTerm(text).range == nil)
        #expect(PortTerm(text).text == text)
    }

    @Test func ranges() {
        #expect(PortRange(20, 10) == PortRange(10, 20))
        #expect(PortRange.all.count == 65536 && PortRange(80).count == 1)
        #expect(
            PortRange(10, 20).contains(PortRange(10, 20)) && !PortRange(10, 20).contains(PortRange(10, 21))
        )
        #expect(
            PortRange(10, 20).overlaps(PortRange(20, 30)) && !PortRange(10, 20).overlaps(PortRange(21, 30))
        )
        #expect([PortTerm("x"), PortTerm("1-30")].contains(port: 22) && ![PortTerm("x")].contains(port: 22))
    }

    @Test func protocols() {
        #expect(
            NetworkProtocol("TCP") == .tcp && NetworkProtocol("*") == .any && NetworkProtocol("All") == .any
        )
        #expect(NetworkProtocol("51") == .other("51"))
        #expect(NetworkProtocol.any.covers(.esp) && !NetworkProtocol.tcp.covers(.udp))
    }

    @Test(arguments: [
        ("TLS1_0", "1.0"), ("TLS1_2", "1.2"), ("TLSv1_3", "1.3"), ("Tls12", "1.2"), ("Tls", "1.0"),
        ("Tls11", "1.1"), ("TLS13", "1.3"),
        ("1.2", "1.2"), ("None", "none"),
    ])
    func versionsOfTLS(_ text: String, _ version: String) {
        #expect(TLSVersion(reading: text)?.rawValue == version)
    }

    @Test(arguments: ["", "SSL3", "2.0", "TLS1_4", "best"]) func otherVersions(_ text: String) {
        #expect(TLSVersion(reading: text) == nil)
    }

    @Test func versionsOrder() {
        #expect(TLSVersion.none < .oneZero && TLSVersion.oneZero < .oneTwo && TLSVersion.oneTwo < .oneThree)
    }
}
