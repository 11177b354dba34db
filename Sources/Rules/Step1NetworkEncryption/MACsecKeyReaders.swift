import Topology

extension Control {
    /// E1-19: the key of the wire is nobody's but the port's.
    package static let macsecKeyReaders = Control(
        id: "E1-19",
        name: "macsec-key-readers",
        title: "Only the port's identity and the network team's group read the MACsec keys",
        severity: .medium,
        principles: [.leastPrivilege],
        types: KeyVault.types + ExpressRoutePort.types,
        why: """
            With the secrets in hand the link can be read, or answered in the port's name. One machine needs them \
            and a few people rotate them; every further reader is one more account to steal.
            """,
        remediation: Remediation(
            """
            Let roles decide in the vault, give Secrets User to the port's identity and Secrets Officer to one \
            group at the vault itself, and remove all other readers.
            """,
            command: """
                az keyvault update -g RG -n VAULT --enable-rbac-authorization true && \
                az role assignment delete --assignee PRINCIPAL --role ROLE --scope VAULT-ID
                """
        ),
        question: "Who rotates the keys, and how often?",
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-networking-encryption#macsec-and-azure-key-vault",
        benchmarks: [
            "mcsb": ["DP-6", "DP-8", "PA-7"],
            "cis-3.0": ["3.3.6"],
            "nist-800-53": ["IA-5", "SC-12", "SC-28", "SC-17", "AC-2", "AC-3", "AC-6"],
            "nist-800-207": ["T6"],
        ],
        decision: .estate { topology in
            let readers = SecretReaders(topology)
            return MACsecVault.judge(topology) { place in
                readers.judge(place.vault, meantFor: place.ports.flatMap(\.identityPrincipals))
            }
        },
        examples: [
            .fails(roles(role("User", "p1"))),
            .fails(roles(role("ServicePrincipal", "other"))),
            .fails(roles(role("Group", "team", at: "/subscriptions/s/resourceGroups/rg"))),
            .fails(
                roles(role("Group", "team", "00482a5a-887f-4fb3-b363-3b7fe8e74483", at: "/subscriptions/s"))
            ),
            .fails(roles(role("Group", "team", at: "/"))),
            .fails(
                roles(role("User", "p1", "custom"), definition(#""Microsoft.KeyVault/vaults/secrets/*""#))
            ),
            .passes(roles(role("ServicePrincipal", MACsecVaultEstate.principal))),
            .passes(roles(role("ServicePrincipal", MACsecVaultEstate.principal), role("Group", "team"))),
            .passes(
                roles(
                    role("ServicePrincipal", MACsecVaultEstate.principal),
                    role("User", "p1", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635", at: "/subscriptions/s"),
                    role("User", "p2", at: "/subscriptions/s/resourceGroups/elsewhere")
                )
            ),
            .passes(
                roles(
                    role("ServicePrincipal", MACsecVaultEstate.principal),
                    role("User", "p1", "custom"),
                    definition(#""*""#, without: #""*/getSecret/action""#)
                )
            ),
            .unknown(roles(role("User", "p1", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635"))),
            .unknown(roles(role("Group", "team", "custom"))),
            .unknown(roles(role("ServicePrincipal", "other").replacing("principalId", with: "principal"))),
            .unknown(roles(role("Robot", "r2"))),
            .unknown(roles(role("User", "p1", at: "/providers/Microsoft.Management/managementGroups/all"))),
            .unknown(roles()),
            .unknown(MACsecVaultEstate.vault(#""enableSoftDelete": true"#)),
            .unknown(
                """
                [\(MACsecVaultEstate.port(identity: "")), \(MACsecVaultEstate.row(#""enableRbacAuthorization": true"#)),
                 \(role("ServicePrincipal", MACsecVaultEstate.principal))]
                """
            ),
            .passes(
                policies(
                    [MACsecVaultEstate.principal: "get", "team": "list"],
                    role("Group", "team", at: "/subscriptions/t")
                )
            ),
            .passes(policies([MACsecVaultEstate.principal: "get", "team": "set"])),
            .fails(policies(["p1": "get"], role("User", "p1", at: "/subscriptions/t"))),
            .fails(policies(["p1": "List"], role("ServicePrincipal", "p1", at: "/subscriptions/t"))),
            .fails(policies(["p1": "all"], role("User", "p1", at: "/subscriptions/t"))),
            .fails(
                policies(["p1": "get"], role("User", "p1", at: "/subscriptions/t"))
                    .replacing("enableRbacAuthorization", with: "x")
            ),
            .unknown(policies(["team": "get"])),
            .unknown(policies(["team": "set"])),
            .notApplicable(MACsecLinks.estate(MACsecLinks.clear("link1"))),
            .notApplicable(MACsecVaultEstate.row(#""enableRbacAuthorization": true"#)),
        ]
    )

    private static let secretsUser = "4633458b-17de-408a-b874-0445c86b69e6"

    /// The port, its vault, which roles guard, and these rows.
    private static func roles(_ rows: String...) -> String {
        let all = [MACsecVaultEstate.port, MACsecVaultEstate.row(#""enableRbacAuthorization": true"#)] + rows
        return "[\(all.joined(separator: ",\n "))]"
    }

    /// The port, its vault with a policy for each of these permissions on secrets, and these rows.
    private static func policies(_ permissions: KeyValuePairs<String, String>, _ rows: String...) -> String {
        let policies = permissions.map { id, word in
            #"{"objectId": "\#(id)", "permissions": {"secrets": ["\#(word)"]}}"#
        }
        let vault = MACsecVaultEstate.row(
            #""enableRbacAuthorization": false, "accessPolicies": [\#(policies.joined(separator: ", "))]"#
        )
        return "[\(([MACsecVaultEstate.port, vault] + rows).joined(separator: ",\n "))]"
    }

    private static func role(
        _ kind: String,
        _ principal: String,
        _ role: String = secretsUser,
        at scope: String = MACsecVaultEstate.vaultID
    ) -> String {
        """
        {"id": "\(scope)/providers/Microsoft.Authorization/roleAssignments/\(principal)-\(role)", "name": "a",
         "type": "Microsoft.Authorization/roleAssignments", "properties": {"scope": "\(scope)",
          "roleDefinitionId": "/providers/Microsoft.Authorization/roleDefinitions/\(role)",
          "principalId": "\(principal)", "principalType": "\(kind)"}}
        """
    }

    private static func definition(_ dataActions: String, without: String = "") -> String {
        """
        {"id": "/providers/Microsoft.Authorization/roleDefinitions/custom", "name": "custom",
         "type": "Microsoft.Authorization/roleDefinitions", "properties": {"roleName": "Custom",
          "permissions": [{"actions": [], "dataActions": [\(dataActions)], "notDataActions": [\(without)]}]}}
        """
    }
}
