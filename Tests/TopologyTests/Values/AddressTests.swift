import Testing
import Topology

@Suite struct AddressTests {
    @Test(arguments: [
        ("10.0.0.0/16", "10.0.0.0/16"), ("10.1.2.3/16", "10.1.0.0/16"), ("10.0.0.4", "10.0.0.4/32"),
        ("0.0.0.0/0", "0.0.0.0/0"), ("255.255.255.255", "255.255.255.255/32"), ("::/0", "::/0"),
        ("fd00::1", "fd00::1/128"),
        ("2001:DB8:0:0:1:0:0:1", "2001:db8::1:0:0:1/128"), ("fe80::1:2/64", "fe80::/64"),
        ("::ffff:10.0.0.1", "::ffff:a00:1/128"),
        ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0/128"), ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8/128"),
        ("::", "::/128"),
    ])
    func prefixesAreRead(_ text: String, _ canonical: String) {
        #expect(AddressPrefix(text)?.description == canonical)
    }

    @Test(arguments: [
        "", " ", "10.0.0", "10.0.0.0.0", "10.0.0.256", "10.0.0.-1", "10.0.0.+1", "10.0.0.0/33", "10.0.0.0/",
        "10.0.0.0/-1",
        "10.0.0.0/+8", "10.0.0.0/8/8", "/8", "::/129", ":::", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9",
        "12345::", "g::", ":1", "1:",
        "1:2:3:4:5:6:7:8::", "10.0.0.0/99999999999999999999", "１0.0.0.0", "0010.0.0.1", "Internet",
        "::10.0.0.1.2", "+1::",
        "1:10.0.0.1:2::",
    ])
    func otherTextIsNoPrefix(_ text: String) {
        #expect(AddressPrefix(text) == nil)
    }

    @Test func containmentAndOverlap() throws {
        let wide = try #require(AddressPrefix("10.0.0.0/8"))
        let narrow = try #require(AddressPrefix("10.255.255.0/24"))
        let other = try #require(AddressPrefix("11.0.0.0/8"))
        let six = try #require(AddressPrefix("::/0"))
        let everything = try #require(AddressPrefix("0.0.0.0/0"))
        let last = try #require(IPAddress("10.255.255.255"))
        #expect(wide.contains(narrow) && !narrow.contains(wide))
        #expect(wide.overlaps(narrow) && narrow.overlaps(wide))
        #expect(!wide.overlaps(other) && !six.overlaps(wide) && !six.contains(last))
        #expect(wide.contains(last) && wide.last == last)
        #expect(everything.contains(other) && everything.isEverything)
        #expect(
            wide.count == 1 << 24 && narrow.count == 256 && six.count == .max && everything.count == 1 << 32
        )
        #expect([other, narrow, wide].sorted() == [wide, narrow, other])
    }

    @Test(arguments: [
        ("10.0.0.1", true), ("172.16.0.1", true), ("172.31.255.255", true), ("172.32.0.0", false),
        ("192.168.1.1", true),
        ("100.64.0.1", true), ("8.8.8.8", false), ("fd00::1", true), ("2001:db8::1", false),
    ])
    func privateAddresses(_ text: String, _ isPrivate: Bool) throws {
        #expect(try #require(IPAddress(text)).isPrivate == isPrivate)
    }

    @Test(arguments: ["*", "Any", "any"]) func wildcards(_ text: String) {
        let term = AddressTerm(text)
        #expect(term.meaning == .any && term.text == text && term.isInternet)
    }

    @Test func termsKeepTheirTextAndMeaning() throws {
        let first = try #require(IPAddress("10.0.0.1"))
        let last = try #require(IPAddress("10.0.0.9"))
        #expect(AddressTerm("10.0.0.1-10.0.0.9").meaning == .range(first, last))
        #expect(AddressTerm("Storage.WestEurope").tag?.service == "Storage")
        #expect(AddressTerm("Storage.WestEurope").tag?.part == "WestEurope")
        #expect(AddressTerm("AzureFrontDoor.Backend").tag == ServiceTag("azurefrontdoor.backend"))
        #expect(AddressTerm("INTERNET").isInternet && !AddressTerm("VirtualNetwork").isInternet)
        #expect(AddressTerm("VIRTUAL_NETWORK").tag == .virtualNetwork)
        #expect(AddressTerm("0.0.0.0/0").isInternet && AddressTerm("::/0").isEverything)
    }

    @Test(arguments: [
        "", "10.0.0.9-10.0.0.1", "10.0.0.0/40", "10.0.0.1-::1", "a b", "-", "[parameters('x')]", "é",
    ])
    func unreadableTermsStayVisible(_ text: String) {
        let term = AddressTerm(text)
        guard case .unreadable(let reason) = term.meaning else {
            Issue.record("\(text) was read as \(term.meaning)")
            return
        }
        #expect(term.text == text && !reason.isEmpty && term.prefix == nil)
    }
}
