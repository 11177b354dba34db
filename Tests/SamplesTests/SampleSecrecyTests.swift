import Samples
import Testing

/// A sample holds nothing that looks like a secret or like somebody's address.
@Suite struct SampleSecrecyTests {
    private static let members = [
        "sharedkey", "servicekey", "authorizationkey", "adminpassword", "administratorloginpassword",
        "password",
        "primarykey", "secondarykey", "primarysharedkey", "connectionstring", "publiccertdata",
    ]

    @Test(arguments: Sample.all.map(\.name))
    func nothingLooksLikeASecret(_ name: String) throws {
        for row in try #require(Sample.named(name)).rows() {
            row.visit { member, value in
                guard let text = value.text else { return }
                #expect(!Self.members.contains(member.lowercased()), "\(member): \(text)")
                #expect(
                    !text.contains("-----BEGIN") && !text.contains("AccountKey=") && !text.contains("sig=")
                )
                #expect(!Self.looksRandom(text), "\(member): \(text)")
                if text.contains("@") { #expect(text.hasSuffix("@contoso.com"), "\(text)") }
            }
        }
    }

    /// Public addresses of people and machines come from the ranges that are kept for documentation.
    @Test(arguments: Sample.all.map(\.name))
    func publicAddressesAreThoseOfDocumentation(_ name: String) throws {
        for row in try #require(Sample.named(name)).rows()
        where row["type"]?.text == "microsoft.network/publicipaddresses" {
            let address = try #require(row["properties"]?["ipAddress"]?.text)
            #expect(address.hasPrefix("198.51.100."), "\(address)")
        }
    }

    /// Whether it holds a long run of the characters of base64, digits among them; ids are cut at their slashes.
    private static func looksRandom(_ text: String) -> Bool {
        text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "+" || $0 == "=")) }
            .contains { $0.count >= 32 && $0.contains(where: \.isNumber) }
    }
}
