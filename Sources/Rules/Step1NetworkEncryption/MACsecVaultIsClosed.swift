import JSON
import Topology

extension Control {
    /// E1-18: the safe in which the key of the wire lies.
    package static let macsecVaultIsClosed = Control(
        id: "E1-18",
        name: "macsec-vault",
        title: "The vault with the MACsec keys is closed to the public and cannot be emptied",
        severity: .high,
        principles: [.leastPrivilege, .assumeBreach],
        types: KeyVault.types + ExpressRoutePort.types,
        why: """
            Whoever gets at these two secrets has the key to everything on the wire. ExpressRoute is among the \
            services the vault trusts, so that no other door needs to stand open for it.
            """,
        remediation: Remediation(
            "Close the vault to the public network, let trusted services pass, and protect it from being purged.",
            command: """
                az keyvault update -g RG -n VAULT --public-network-access Disabled --bypass AzureServices \
                --default-action Deny --enable-purge-protection true
                """
        ),
        documentation: "https://learn.microsoft.com/azure/expressroute/expressroute-about-encryption",
        benchmarks: [
            "mcsb": ["NS-2", "DP-8"],
            "cis-3.0": ["3.3.7"],
            "cis-4.0": ["9.3.7", "9.3.8"],
            "policy": ["55615ac9-af46-4a59-874e-391cc3dfb490"],
            "nist-800-53": ["AC-4", "SC-2", "SC-7", "IA-5", "SC-12", "SC-17"],
            "nist-800-207": ["T1"],
        ],
        decision: .estate { topology in
            MACsecVault.judge(topology) { place in
                let fields = place.vault.resource.fields
                let name = place.vault.name
                return .combining(
                    [door(fields, of: name, place.pointers)] + recovery(fields, of: name),
                    pass: "\(name) keeps the MACsec keys closed"
                )
            }
        },
        examples: [
            .fails(
                MACsecVaultEstate.vault(#""publicNetworkAccess": "Enabled", \#(acls("Allow")), \#(kept)"#)
            ),
            .fails(MACsecVaultEstate.vault("\(acls("Allow")), \(kept)")),
            .fails(MACsecVaultEstate.vault("\(acls("Deny", bypass: "None")), \(kept)")),
            .fails(MACsecVaultEstate.vault(#""publicNetworkAccess": "Disabled", "enableSoftDelete": true"#)),
            .fails(
                MACsecVaultEstate.vault(
                    #""publicNetworkAccess": "Disabled", "enableSoftDelete": false, "enablePurgeProtection": true"#
                )
            ),
            .passes(MACsecVaultEstate.vault(#""publicNetworkAccess": "disabled", \#(kept)"#)),
            .passes(
                MACsecVaultEstate.vault(#""publicNetworkAccess": "Enabled", \#(acls("Deny")), \#(kept)"#)
            ),
            .passes(
                MACsecVaultEstate.vault(
                    #""vaultUri": "https://KV.vault.azure.net/", "publicNetworkAccess": "Disabled", \#(kept)"#
                )
            ),
            .passes(MACsecVaultEstate.vault(#""publicNetworkAccess": "SecuredByPerimeter", \#(kept)"#)),
            .fails(
                MACsecVaultEstate.vault(
                    #""publicNetworkAccess": "Disabled", "enableSoftDelete": true, "enablePurgeProtection": false"#
                )
            ),
            .unknown(MACsecVaultEstate.vault(kept)),
            .unknown(MACsecVaultEstate.vault("\(acls("Ponder")), \(kept)")),
            .unknown(MACsecVaultEstate.port.replacing("https://kv", with: "kv")),
            .unknown(MACsecVaultEstate.vault(#""publicNetworkAccess": "Disabled""#)),
            .unknown(
                MACsecVaultEstate.vault(#""publicNetworkAccess": "Disabled", "enablePurgeProtection": true"#)
            ),
            .unknown(MACsecVaultEstate.vault(#""networkAcls": {"defaultAction": "Deny"}, \#(kept)"#)),
            .unknown(
                MACsecVaultEstate.vault(
                    #""vaultUri": "https://other.vault.azure.net/", "publicNetworkAccess": "Disabled", \#(kept)"#
                )
            ),
            .unknown(MACsecVaultEstate.port),
            .notApplicable(MACsecLinks.estate(MACsecLinks.clear("link1"))),
            .notApplicable(MACsecVaultEstate.row(acls("Allow"))),
        ]
    )

    /// Who may knock: nobody from outside, or only services that Azure trusts.
    private static func door(_ fields: JSONObject, of name: String, _ pointers: [Proof]) -> Judgement {
        let access = fields.text("publicNetworkAccess")
        let rules = fields.object("networkAcls")
        let action = rules.flatMap { $0.text("defaultAction") }
        let proofs = [
            Proof("publicNetworkAccess", expected: "Disabled"),
            Proof("networkAcls.defaultAction", expected: "Deny"),
        ]
        if access.is("Disabled", "SecuredByPerimeter") {
            return .pass("\(name) refuses the public network", proofs[0])
        }
        if action.is("Deny") {
            let proof = Proof("networkAcls.bypass", expected: "AzureServices")
            return rules.flatMap { $0.text("bypass") }.judged(by: proof, of: name) { word in
                word.lowercased().contains("azureservices")
                    ? .pass("\(name) admits trusted services alone", proofs[1], proof)
                    : .fail("\(name) keeps ExpressRoute out as well", proof, severity: .low)
            }
        }
        if let gap = access.reason ?? action.gap("networkAcls.defaultAction of \(name)") {
            return .unknown(gap, proofs)
        }
        guard action.is("Allow") else {
            return .unknown("\(action.value ?? "") is no action this control knows", proofs[1])
        }
        return .fail("\(name), which holds MACsec keys, answers the whole internet", proofs + pointers)
    }

    /// Whether a deleted key comes back, and nobody can make that impossible.
    private static func recovery(_ fields: JSONObject, of name: String) -> [Judgement] {
        let keeps = Proof("enableSoftDelete", expected: "true")
        let holds = Proof("enablePurgeProtection", expected: "true")
        let softDelete = fields.flag("enableSoftDelete")
        let soft = softDelete.judged(by: keeps, of: name) {
            $0
                ? .pass("\(name) keeps what is deleted", keeps)
                : .fail("\(name) forgets a key once it is deleted", keeps, severity: .medium)
        }
        let bare = Judgement.fail(
            "\(name) lets a deleted key be purged, and the links with it",
            holds,
            severity: .medium
        )
        switch fields.flag("enablePurgeProtection") {
        case .set(true): return [soft, .pass("\(name) cannot be purged", holds)]
        case .set(false): return [soft, bare]
        case .unknown(let reason): return [soft, .unknown(reason, holds)]
        // Azure cannot say false here: a vault that shows soft delete and not this one has no protection.
        case .absent:
            return [
                soft,
                softDelete.value == nil
                    ? .unknown("the input has no enablePurgeProtection of \(name)", holds) : bare,
            ]
        }
    }

    private static let kept = #""enableSoftDelete": true, "enablePurgeProtection": true"#

    private static func acls(_ action: String, bypass: String = "AzureServices") -> String {
        #""networkAcls": {"defaultAction": "\#(action)", "bypass": "\#(bypass)"}"#
    }
}
